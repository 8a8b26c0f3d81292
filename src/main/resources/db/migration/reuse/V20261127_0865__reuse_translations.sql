-- Who would read a practice in a language in which it is not there yet, until it is.
CREATE TABLE translation_request (
  practice_id BIGINT NOT NULL,
  language CHAR(2) NOT NULL,
  person_id BIGINT NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (practice_id, language, person_id),
  KEY translation_request_person (person_id),
  CONSTRAINT translation_request_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
  CONSTRAINT translation_request_person FOREIGN KEY (person_id) REFERENCES person (id)
);
