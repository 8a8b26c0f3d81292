-- the last day on which a session takes applications, where it ends them before it begins
ALTER TABLE training_session
  ADD COLUMN closes_on DATE NULL;
ALTER TABLE training_session
  ADD CONSTRAINT training_session_closes_on CHECK (
    closes_on IS NULL
    OR (timing = 'dated' AND closes_on <= first_day)
    OR timing = 'standing');
