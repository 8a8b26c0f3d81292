-- What readers told editors is wrong with a practice. Who told it is forgotten when it is settled.
CREATE TABLE practice_problem (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  practice_id BIGINT NOT NULL,
  region_code VARCHAR(10) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  words VARCHAR(1000) NOT NULL,
  person_id BIGINT,
  told_at DATETIME(6) NOT NULL,
  settled_by BIGINT,
  settled_at DATETIME(6),
  answer VARCHAR(500) NOT NULL DEFAULT '',
  version INT NOT NULL DEFAULT 0,
  KEY practice_problem_region (region_code, settled_at, told_at),
  KEY practice_problem_of (practice_id),
  KEY practice_problem_person (person_id, told_at),
  KEY practice_problem_settler (settled_by),
  CONSTRAINT practice_problem_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
  CONSTRAINT practice_problem_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT practice_problem_settler FOREIGN KEY (settled_by) REFERENCES person (id),
  CONSTRAINT practice_problem_kind CHECK
    (kind IN ('outdated', 'wrong', 'link', 'person', 'rights', 'comment', 'other'))
);
