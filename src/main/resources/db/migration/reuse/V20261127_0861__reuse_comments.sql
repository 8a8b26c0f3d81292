-- What readers say to each other of practices, with answers one level below. Of what was taken back only the row stays, as long
-- as there are answers; what an editor hid stays for editors and for who wrote it.
CREATE TABLE practice_comment (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  practice_id BIGINT NOT NULL,
  parent_id BIGINT,
  person_id BIGINT NOT NULL,
  words TEXT NOT NULL,
  language CHAR(2) NOT NULL,
  said_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6),
  withdrawn_at DATETIME(6),
  hidden_by BIGINT,
  hidden_at DATETIME(6),
  hidden_reason VARCHAR(300) NOT NULL DEFAULT '',
  version INT NOT NULL DEFAULT 0,
  KEY practice_comment_of (practice_id, said_at),
  KEY practice_comment_person (person_id, said_at),
  KEY practice_comment_hider (hidden_by),
  CONSTRAINT practice_comment_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
  CONSTRAINT practice_comment_parent FOREIGN KEY (parent_id) REFERENCES practice_comment (id),
  CONSTRAINT practice_comment_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT practice_comment_hider FOREIGN KEY (hidden_by) REFERENCES person (id)
);
