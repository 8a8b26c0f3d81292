-- When time brings something to the seats that a centre holds for an administration: a reminder to name its officers, then the end of
-- the day by which that is to be done; and how many seats its officers had when they were held.
ALTER TABLE nomination
  ADD COLUMN nudge_at DATETIME(6),
  ADD COLUMN seated_before INT NOT NULL DEFAULT 0,
  ADD KEY nomination_nudge (nudge_at);
