-- Whether colleagues may find somebody by name; nobody did before they said so.
ALTER TABLE profile
  ADD COLUMN findable BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY profile_findable (findable);
