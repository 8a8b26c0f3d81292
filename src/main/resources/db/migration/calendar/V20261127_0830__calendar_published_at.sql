-- Since when readers see a session, so that whoever follows a search is told of it once. Of what was
-- published before, the last change is the nearest that is known.
ALTER TABLE training_session ADD COLUMN published_at DATETIME(6);

UPDATE training_session SET published_at = updated_at WHERE state <> 'draft';
