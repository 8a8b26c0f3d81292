-- Practices that belong together, in the order in which they are read, under a title in one or more languages.
CREATE TABLE practice_collection (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  region_code VARCHAR(10) NOT NULL,
  state VARCHAR(20) NOT NULL,
  published_at DATETIME(6),
  updated_at DATETIME(6) NOT NULL,
  version INT NOT NULL DEFAULT 0,
  KEY practice_collection_region (region_code, updated_at),
  CONSTRAINT practice_collection_in FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT practice_collection_state CHECK (state IN ('draft', 'published'))
);

CREATE TABLE practice_collection_text (
  collection_id BIGINT NOT NULL,
  language CHAR(2) NOT NULL,
  title VARCHAR(160) NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (collection_id, language),
  CONSTRAINT practice_collection_text_of FOREIGN KEY (collection_id) REFERENCES practice_collection (id) ON DELETE CASCADE
);

CREATE TABLE practice_collection_item (
  collection_id BIGINT NOT NULL,
  place INT NOT NULL,
  practice_id BIGINT NOT NULL,
  PRIMARY KEY (collection_id, place),
  UNIQUE KEY practice_collection_item_once (collection_id, practice_id),
  KEY practice_collection_item_practice (practice_id),
  CONSTRAINT practice_collection_item_in FOREIGN KEY (collection_id) REFERENCES practice_collection (id) ON DELETE CASCADE,
  CONSTRAINT practice_collection_item_of FOREIGN KEY (practice_id) REFERENCES practice (id)
);
