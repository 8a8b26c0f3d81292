-- what was searched for, without anybody who searched: words are told by a mark until they were asked often enough
CREATE TABLE asked_words (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mark CHAR(64) NOT NULL,
  words VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  asked INT NOT NULL,
  last_on DATE NOT NULL,
  answer VARCHAR(20),
  answered_on DATE,
  version INT NOT NULL DEFAULT 0,
  UNIQUE KEY asked_words_mark (mark),
  KEY asked_words_last (last_on),
  CONSTRAINT asked_words_answer CHECK (answer IN ('term', 'practice', 'training', 'none'))
);

CREATE TABLE asked_tally (
  words_id BIGINT NOT NULL,
  asked_on DATE NOT NULL,
  language CHAR(2) NOT NULL,
  region_code VARCHAR(10) NOT NULL,
  asked INT NOT NULL,
  fruitless INT NOT NULL,
  opened INT NOT NULL,
  PRIMARY KEY (words_id, asked_on, language, region_code),
  KEY asked_tally_day (asked_on),
  CONSTRAINT asked_tally_words FOREIGN KEY (words_id) REFERENCES asked_words (id) ON DELETE CASCADE
);
