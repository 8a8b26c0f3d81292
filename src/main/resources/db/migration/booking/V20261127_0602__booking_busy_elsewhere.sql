-- Times at which a trainer is busy elsewhere, as their calendar says: one row, whose times the next file replaces.
ALTER TABLE resource_booking ADD COLUMN elsewhere BOOLEAN NOT NULL DEFAULT FALSE;
