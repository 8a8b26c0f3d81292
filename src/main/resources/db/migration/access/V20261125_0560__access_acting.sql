-- For whom an administrator acts in a sign-in of theirs, until when at most, and why.
ALTER TABLE sign_in
  ADD COLUMN acting_as BIGINT NULL,
  ADD COLUMN acting_until DATETIME(6) NULL,
  ADD COLUMN acting_reason VARCHAR(300) NULL,
  ADD CONSTRAINT sign_in_acting FOREIGN KEY (acting_as) REFERENCES person (id),
  ADD CONSTRAINT sign_in_acting_whole CHECK ((acting_as IS NULL) = (acting_until IS NULL)
    AND (acting_as IS NULL) = (acting_reason IS NULL));
