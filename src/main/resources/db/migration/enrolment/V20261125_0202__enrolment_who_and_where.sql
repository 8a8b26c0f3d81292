-- Whoever decided may leave the installation one day; what was decided stays.
ALTER TABLE application
  ADD CONSTRAINT application_decider FOREIGN KEY (decided_by) REFERENCES person (id)
    ON DELETE SET NULL;

ALTER TABLE application_step
  ADD CONSTRAINT application_step_actor FOREIGN KEY (actor_id) REFERENCES person (id)
    ON DELETE SET NULL;

ALTER TABLE seat_entry
  ADD CONSTRAINT seat_entry_session_of FOREIGN KEY (session_id) REFERENCES training_session (id);
