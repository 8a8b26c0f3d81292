-- what was published before anybody was asked has neither
ALTER TABLE practice
  ADD COLUMN licence VARCHAR(20),
  ADD COLUMN consent_from VARCHAR(200),
  ADD COLUMN consent_on DATE;
