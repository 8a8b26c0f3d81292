-- Large files on their way: how much of each has come, so that sending goes on where it broke off. What has come lies beside the
-- folder of files; what is not gone on with for a day goes. stamp is what the sender's system says of the last change of the file:
-- with name and size, the file is known again by it.
CREATE TABLE attachment_upload (
  id CHAR(32) NOT NULL PRIMARY KEY,
  practice_id BIGINT NOT NULL,
  begun_by BIGINT NOT NULL,
  language CHAR(2) NOT NULL,
  title VARCHAR(200) NOT NULL,
  file_name VARCHAR(400) NOT NULL,
  size BIGINT NOT NULL,
  stamp BIGINT NOT NULL,
  received BIGINT NOT NULL,
  touched_at DATETIME(6) NOT NULL,
  KEY attachment_upload_of (practice_id),
  KEY attachment_upload_begun (begun_by),
  KEY attachment_upload_touched (touched_at),
  CONSTRAINT attachment_upload_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
  CONSTRAINT attachment_upload_person FOREIGN KEY (begun_by) REFERENCES person (id)
);
