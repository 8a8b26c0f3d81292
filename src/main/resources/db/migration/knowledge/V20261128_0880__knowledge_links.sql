-- What a practice is connected to, as readers see it, whole like a version of it; and by what it is found from there.
ALTER TABLE practice ADD COLUMN links TEXT;

CREATE TABLE practice_link (
  practice_id BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  target VARCHAR(60) NOT NULL,
  PRIMARY KEY (practice_id, kind, target),
  KEY practice_link_target (kind, target),
  CONSTRAINT practice_link_of FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE
);
