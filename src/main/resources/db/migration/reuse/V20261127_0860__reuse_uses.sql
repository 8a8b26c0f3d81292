-- What administrations say of using practices of others: one report for each practice, administration and year. One that is
-- withdrawn is gone; the trail tells that it was there.
CREATE TABLE practice_use (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  practice_id BIGINT NOT NULL,
  member_code CHAR(2) NOT NULL,
  used_year INT NOT NULL,
  used_month INT,
  report TEXT NOT NULL,
  language CHAR(2) NOT NULL,
  reported_by BIGINT NOT NULL,
  reported_at DATETIME(6) NOT NULL,
  UNIQUE KEY practice_use_once (practice_id, member_code, used_year),
  KEY practice_use_member (member_code, reported_at),
  KEY practice_use_reporter (reported_by, reported_at),
  CONSTRAINT practice_use_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
  CONSTRAINT practice_use_member FOREIGN KEY (member_code) REFERENCES member_state (code),
  CONSTRAINT practice_use_reporter FOREIGN KEY (reported_by) REFERENCES person (id),
  CONSTRAINT practice_use_month CHECK (used_month BETWEEN 1 AND 12)
);
