-- The secret address under which a person's own calendar is read: its hash, one for each person.
CREATE TABLE personal_feed (
  person_id   BIGINT      NOT NULL PRIMARY KEY,
  secret_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at     DATETIME(6) NOT NULL,
  CONSTRAINT personal_feed_secret UNIQUE (secret_hash),
  CONSTRAINT personal_feed_person FOREIGN KEY (person_id) REFERENCES person (id)
);
