-- time slots are as long as a session may have
ALTER TABLE application_change
  MODIFY before_value VARCHAR(3000) NOT NULL,
  MODIFY after_value VARCHAR(3000) NOT NULL;
