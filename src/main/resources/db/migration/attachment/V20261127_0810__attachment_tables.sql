-- Files that belong to practices. What editors add to a published practice, or take from it, is shown with its next version. The
-- content lies in the folder of files (stored_file); its text is read by a limited process, some time after it came.
CREATE TABLE attachment (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  practice_id BIGINT NOT NULL,
  language CHAR(2) NOT NULL,
  title VARCHAR(200) NOT NULL,
  file_name VARCHAR(120) NOT NULL,
  media_type VARCHAR(100) NOT NULL,
  size BIGINT NOT NULL,
  stage VARCHAR(10) NOT NULL,
  reading VARCHAR(10) NOT NULL,
  tries INT NOT NULL DEFAULT 0,
  next_try_at DATETIME(6),
  parts INT NOT NULL DEFAULT 0,
  downloads BIGINT NOT NULL DEFAULT 0,
  added_at DATETIME(6) NOT NULL,
  KEY attachment_of (practice_id),
  KEY attachment_waiting (next_try_at),
  CONSTRAINT attachment_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
  CONSTRAINT attachment_stage CHECK (stage IN ('added', 'shown', 'leaving')),
  CONSTRAINT attachment_reading CHECK
    (reading IN ('waiting', 'again', 'read', 'cut', 'wordless', 'picture', 'locked', 'unread'))
);

-- What is written in them, by page, slide or sheet; of what has no such, some long pieces.
CREATE TABLE attachment_part (
  attachment_id BIGINT NOT NULL,
  number INT NOT NULL,
  words MEDIUMTEXT NOT NULL,
  PRIMARY KEY (attachment_id, number),
  CONSTRAINT attachment_part_of FOREIGN KEY (attachment_id) REFERENCES attachment (id) ON DELETE CASCADE
);
