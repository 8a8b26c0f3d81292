-- Who would come to a session that was announced without days. Goes when the days are set.
CREATE TABLE session_interest (
  session_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  said_at DATETIME(6) NOT NULL,
  PRIMARY KEY (session_id, person_id),
  KEY session_interest_person (person_id),
  KEY session_interest_age (said_at),
  CONSTRAINT session_interest_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT session_interest_person_of FOREIGN KEY (person_id) REFERENCES person (id)
);
