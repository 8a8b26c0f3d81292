-- Whether readers found a practice useful, each once.
CREATE TABLE practice_rating (
  practice_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  useful BOOLEAN NOT NULL,
  rated_at DATETIME(6) NOT NULL,
  PRIMARY KEY (practice_id, person_id),
  KEY practice_rating_person (person_id),
  CONSTRAINT practice_rating_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
  CONSTRAINT practice_rating_person FOREIGN KEY (person_id) REFERENCES person (id)
);
