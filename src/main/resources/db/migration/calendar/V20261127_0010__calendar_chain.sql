-- Whose consent an application needs is a chain now: approvers in their order, each with days where they are not the usual ones.
ALTER TABLE training_session DROP CONSTRAINT training_session_approval;
ALTER TABLE training_session MODIFY approval VARCHAR(80) NOT NULL;
ALTER TABLE training_session
  ADD COLUMN donor_code VARCHAR(30),
  ADD CONSTRAINT training_session_donor FOREIGN KEY (donor_code) REFERENCES body (code);
