-- Seats that were held before there were reminders: the turn of the reminder begins with the day by which they are to be named.
UPDATE nomination SET nudge_at = names_until WHERE unnamed_state = 'held' AND nudge_at IS NULL AND names_until IS NOT NULL;
