-- Who leads the officer, where they are asked: they need no account. Known is whether their address is one of the administration,
-- or was confirmed by its National Coordinator; the number rises with each letter that makes an earlier link useless.
ALTER TABLE application
  ADD COLUMN supervisor_name VARCHAR(160),
  ADD COLUMN supervisor_email VARCHAR(190),
  ADD COLUMN supervisor_known BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN supervisor_link INT NOT NULL DEFAULT 0;
