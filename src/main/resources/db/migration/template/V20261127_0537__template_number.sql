-- A template that is kept anew after one was removed has a number of its own, so that a form of the one before is known to be old.
ALTER TABLE session_template
  ADD UNIQUE KEY session_template_of_course (course_id),
  DROP PRIMARY KEY,
  ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST;
