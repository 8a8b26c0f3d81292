-- what kind of telling a practice is, after which its sections are called; null for none in particular
ALTER TABLE practice
  ADD COLUMN kind VARCHAR(20),
  ADD CONSTRAINT practice_kind CHECK (kind IN ('operational', 'training', 'results', 'lessons'));
