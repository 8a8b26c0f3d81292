-- A small picture of the first page of what has one. It is drawn by the limited process, after the text was read; picture_try_at says
-- when, and is empty where there is nothing to be drawn or no more to be tried. What is there already gets its picture by and by.
-- picture_tag is a fingerprint of the picture, and stands in its address.
ALTER TABLE attachment
  ADD COLUMN picture_try_at DATETIME(6),
  ADD COLUMN picture_tries INT NOT NULL DEFAULT 0,
  ADD COLUMN picture_tag CHAR(20),
  ADD COLUMN picture_width INT NOT NULL DEFAULT 0,
  ADD COLUMN picture_height INT NOT NULL DEFAULT 0,
  ADD KEY attachment_undrawn (picture_try_at);
UPDATE attachment SET picture_try_at = added_at WHERE media_type IN ('application/pdf', 'image/png', 'image/jpeg');

-- Apart from attachment, whose rows are read where no picture is wanted.
CREATE TABLE attachment_picture (
  attachment_id BIGINT NOT NULL PRIMARY KEY,
  content VARBINARY(6144) NOT NULL,
  CONSTRAINT attachment_picture_of FOREIGN KEY (attachment_id) REFERENCES attachment (id) ON DELETE CASCADE
);
