ALTER TABLE training_session
  ADD CONSTRAINT training_session_theme_of FOREIGN KEY (theme_code) REFERENCES theme (code),
  ADD CONSTRAINT training_session_region_of FOREIGN KEY (region_code) REFERENCES region (code);
