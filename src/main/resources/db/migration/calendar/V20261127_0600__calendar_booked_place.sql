-- Where a session is held by what it has booked; empty where that is what its plan says.
ALTER TABLE training_session ADD COLUMN booked_venue VARCHAR(160) NOT NULL DEFAULT '';
ALTER TABLE training_session ADD COLUMN booked_room VARCHAR(700) NOT NULL DEFAULT '';
