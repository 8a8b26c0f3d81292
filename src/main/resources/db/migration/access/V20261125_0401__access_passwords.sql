-- How somebody shows who they are is no property of the person: there may be other ways, or none.
CREATE TABLE password (
  person_id BIGINT NOT NULL PRIMARY KEY,
  hash VARCHAR(255) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT password_of FOREIGN KEY (person_id) REFERENCES person (id)
);

INSERT INTO password (person_id, hash, changed_at)
  SELECT id, password_hash, UTC_TIMESTAMP(6) FROM person WHERE password_hash IS NOT NULL;

ALTER TABLE person DROP COLUMN password_hash;
