-- What was sent is a pack of another installation, or a folder of documents with what holds for those of which its table says
-- nothing else.
ALTER TABLE pack_import
  ADD COLUMN kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'pack',
  ADD COLUMN language CHAR(2),
  ADD COLUMN theme_code VARCHAR(30);

-- What was read out of a document of a folder, so that it is read once; reason is the key of the text that says why it was not.
CREATE TABLE pack_text (
  import_id BIGINT NOT NULL,
  file CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin,
  words MEDIUMTEXT NOT NULL,
  PRIMARY KEY (import_id, file),
  CONSTRAINT pack_text_in FOREIGN KEY (import_id) REFERENCES pack_import (id) ON DELETE CASCADE
);
