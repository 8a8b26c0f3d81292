-- the days within which sessions of a course are held; open at an end where none is named
ALTER TABLE course
  ADD COLUMN valid_from DATE NULL,
  ADD COLUMN valid_until DATE NULL,
  ADD CONSTRAINT course_validity CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from <= valid_until);
