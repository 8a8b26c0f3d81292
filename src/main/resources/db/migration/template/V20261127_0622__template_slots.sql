-- when sessions of the course are usually held, by the numbers of their days:
-- 1 09:00-12:00 14:00-17:00; 3 09:00-12:00
ALTER TABLE session_template
  ADD COLUMN slots VARCHAR(3000) CHARACTER SET ascii COLLATE ascii_bin NULL;
