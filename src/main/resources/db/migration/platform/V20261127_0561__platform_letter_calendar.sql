-- A letter may bring an entry for its reader's calendar: one more form of the same letter.
ALTER TABLE mail_letter
  ADD COLUMN body_calendar   MEDIUMTEXT  NULL,
  ADD COLUMN calendar_method VARCHAR(10) NULL;
