-- when a session is held, where that is not each day at the same hours:
-- 2027-03-08 09:00-12:00 14:00-17:00; 2027-03-10 09:00-12:00
ALTER TABLE training_session
  ADD COLUMN slots VARCHAR(3000) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE training_session
  ADD CONSTRAINT training_session_slots CHECK (slots IS NULL OR timing = 'dated');
