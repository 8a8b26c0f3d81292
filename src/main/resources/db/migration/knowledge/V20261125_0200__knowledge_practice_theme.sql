ALTER TABLE practice
  ADD CONSTRAINT practice_theme FOREIGN KEY (theme_code) REFERENCES theme (code);
