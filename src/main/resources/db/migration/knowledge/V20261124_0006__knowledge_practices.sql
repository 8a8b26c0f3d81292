CREATE TABLE practice (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(40) NOT NULL UNIQUE,
  region_code VARCHAR(8) NOT NULL,
  member_code CHAR(2),
  theme_code VARCHAR(30) NOT NULL,
  practice_year INT NOT NULL,
  state VARCHAR(12) NOT NULL,
  author_id BIGINT,
  published_at DATETIME(6),
  updated_at DATETIME(6) NOT NULL,
  version INT NOT NULL,
  KEY practice_new (state, published_at),
  CONSTRAINT practice_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT practice_member FOREIGN KEY (member_code) REFERENCES member_state (code),
  CONSTRAINT practice_author FOREIGN KEY (author_id) REFERENCES person (id),
  CONSTRAINT practice_state CHECK (state IN ('draft', 'published'))
);

CREATE TABLE practice_text (
  practice_id BIGINT NOT NULL,
  language CHAR(2) NOT NULL,
  title VARCHAR(200) NOT NULL,
  summary VARCHAR(400) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  original BOOLEAN NOT NULL,
  PRIMARY KEY (practice_id, language),
  CONSTRAINT practice_text_practice FOREIGN KEY (practice_id) REFERENCES practice (id)
);
