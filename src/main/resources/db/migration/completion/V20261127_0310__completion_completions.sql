-- Who took part in a session to its end, and with what result.
CREATE TABLE completion (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  course_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  result VARCHAR(16) NOT NULL,
  on_day DATE NOT NULL,
  marked_by BIGINT,
  marked_at DATETIME(6) NOT NULL,
  UNIQUE KEY completion_once (session_id, person_id),
  KEY completion_person (person_id, result, course_id),
  CONSTRAINT completion_person_of FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT completion_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT completion_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT completion_marked_by FOREIGN KEY (marked_by) REFERENCES person (id) ON DELETE SET NULL,
  CONSTRAINT completion_result CHECK (result IN ('completed', 'not-completed', 'absent'))
);
