-- What people send, by the hash of its content, and the records that it belongs to. The content
-- lies in the folder of files.
CREATE TABLE stored_file (
  hash CHAR(64) NOT NULL,
  size BIGINT NOT NULL,
  media_type VARCHAR(100) NOT NULL,
  pages INT NOT NULL,
  scanned BOOLEAN NOT NULL,
  touched_at DATETIME(6) NOT NULL,
  PRIMARY KEY (hash),
  KEY stored_file_touched (touched_at)
);

CREATE TABLE stored_file_use (
  kind VARCHAR(30) NOT NULL,
  record_id BIGINT NOT NULL,
  hash CHAR(64) NOT NULL,
  PRIMARY KEY (kind, record_id),
  KEY stored_file_use_hash (hash),
  CONSTRAINT stored_file_use_file FOREIGN KEY (hash) REFERENCES stored_file (hash)
);
