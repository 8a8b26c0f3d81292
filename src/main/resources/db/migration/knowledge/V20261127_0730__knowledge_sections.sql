-- what was written before stays in body
ALTER TABLE practice_text
  ADD COLUMN context MEDIUMTEXT,
  ADD COLUMN problem MEDIUMTEXT,
  ADD COLUMN done MEDIUMTEXT,
  ADD COLUMN result MEDIUMTEXT,
  ADD COLUMN cost MEDIUMTEXT,
  ADD COLUMN conditions MEDIUMTEXT,
  ADD COLUMN contact MEDIUMTEXT;
