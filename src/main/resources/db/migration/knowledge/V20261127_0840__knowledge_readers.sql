-- who may read a practice once it is published: everybody, who belongs to its region, or to its Member
ALTER TABLE practice
  ADD COLUMN readers VARCHAR(10) NOT NULL DEFAULT 'all',
  ADD CONSTRAINT practice_readers CHECK (readers IN ('all', 'region', 'member'));
