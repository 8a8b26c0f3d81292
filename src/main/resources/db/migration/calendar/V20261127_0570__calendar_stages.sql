-- How far a draft has come before it is published, and what is said of a session that is over. What
-- is published and cancelled stays in the state; all stages are made of both and the clock.
ALTER TABLE training_session
  ADD COLUMN submitted_at DATETIME(6),
  ADD COLUMN checked_at DATETIME(6),
  ADD COLUMN sent_back_at DATETIME(6),
  ADD COLUMN check_note VARCHAR(1000),
  ADD COLUMN reported_at DATETIME(6),
  ADD COLUMN held BOOLEAN,
  ADD COLUMN participants INT,
  ADD COLUMN remarks VARCHAR(2000);

-- Regions in which the ROCB checks a session before its centre publishes it.
CREATE TABLE region_check (
  region_code VARCHAR(8) NOT NULL PRIMARY KEY,
  CONSTRAINT region_check_region_of FOREIGN KEY (region_code) REFERENCES region (code)
);
