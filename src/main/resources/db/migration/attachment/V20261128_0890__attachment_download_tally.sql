-- How often practices on paper and their files were taken on a day, without anybody who took them. What was counted of files before
-- stands in attachment.downloads, which nobody writes any more. No foreign key: many counts are written at once, and one that nothing
-- fits must not keep back the others.
CREATE TABLE download_tally (
  practice_id BIGINT NOT NULL,
  -- 0 for the practice itself on paper; a file that was removed stays counted
  attachment_id BIGINT NOT NULL,
  taken_on DATE NOT NULL,
  language CHAR(2) NOT NULL,
  taken BIGINT NOT NULL,
  PRIMARY KEY (practice_id, attachment_id, taken_on, language)
);
