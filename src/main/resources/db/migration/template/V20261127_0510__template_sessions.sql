-- What sessions of a course usually are, as the centre of the course says. A session takes it over when it is drafted and
-- does not follow it after that, so nothing refers to this table.
CREATE TABLE session_template (
  course_id BIGINT NOT NULL PRIMARY KEY,
  timing VARCHAR(12) NOT NULL,
  days INT,
  day_start TIME,
  day_end TIME,
  venue VARCHAR(160) NOT NULL,
  room VARCHAR(120) NOT NULL,
  online BOOLEAN NOT NULL,
  seats INT NOT NULL,
  languages VARCHAR(40) NOT NULL,
  approval VARCHAR(80) NOT NULL,
  donor_code VARCHAR(30),
  seat_rules VARCHAR(2000) NOT NULL,
  version INT NOT NULL,
  CONSTRAINT session_template_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT session_template_donor FOREIGN KEY (donor_code) REFERENCES body (code),
  CONSTRAINT session_template_timing CHECK (timing IN ('dated', 'undated', 'standing'))
);
