-- Searches that people keep, and what they were told of them. A search is kept once by each person;
-- mark is the fingerprint of the query, which is too long for a key.
CREATE TABLE saved_search (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  name VARCHAR(120) NOT NULL,
  query VARCHAR(4000) NOT NULL,
  mark CHAR(64) NOT NULL,
  language CHAR(2) NOT NULL,
  rhythm VARCHAR(8) NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  told_until DATETIME(6) NOT NULL,
  due_at DATETIME(6),
  version INT NOT NULL,
  UNIQUE KEY saved_search_once (person_id, mark),
  KEY saved_search_due (due_at, id),
  CONSTRAINT saved_search_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT saved_search_rhythm CHECK (rhythm IN ('none', 'daily', 'weekly')),
  CONSTRAINT saved_search_told CHECK ((rhythm = 'none') = (due_at IS NULL))
);
