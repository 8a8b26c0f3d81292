-- How many seats were offered to an application so far: only the links of the last offer are good for an answer.
ALTER TABLE application
  ADD COLUMN offers INT NOT NULL DEFAULT 0;
