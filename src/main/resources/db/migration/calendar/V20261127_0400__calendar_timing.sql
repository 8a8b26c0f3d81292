-- a session may have no days: a standing edition never gets any, others wait for theirs
ALTER TABLE training_session
  ADD COLUMN timing VARCHAR(12) NOT NULL DEFAULT 'dated',
  MODIFY first_day DATE NULL,
  MODIFY last_day DATE NULL,
  MODIFY day_start TIME NULL,
  MODIFY day_end TIME NULL,
  MODIFY starts_at DATETIME(6) NULL,
  MODIFY ends_at DATETIME(6) NULL;
ALTER TABLE training_session
  ADD CONSTRAINT training_session_timing CHECK (timing IN ('dated', 'standing', 'undated')),
  ADD CONSTRAINT training_session_timed CHECK (
    (timing = 'dated' AND first_day IS NOT NULL AND last_day IS NOT NULL AND day_start IS NOT NULL
      AND day_end IS NOT NULL AND starts_at IS NOT NULL AND ends_at IS NOT NULL)
    OR (timing <> 'dated' AND first_day IS NULL AND last_day IS NULL AND day_start IS NULL
      AND day_end IS NULL AND starts_at IS NULL AND ends_at IS NULL));
