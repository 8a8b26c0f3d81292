-- Two accounts of one person became one: the row of the one that went stays under its number, so
-- that what is told of it can still be told, and opens nothing any more. Its address is kept for
-- the day on which the person is erased.
ALTER TABLE person
  ADD COLUMN merged_into BIGINT NULL,
  ADD COLUMN merged_at DATETIME(6) NULL,
  ADD COLUMN former_email VARCHAR(190) NULL,
  ADD CONSTRAINT person_merged_into FOREIGN KEY (merged_into) REFERENCES person (id),
  ADD CONSTRAINT person_merged_whole CHECK ((merged_into IS NULL) = (merged_at IS NULL));
