-- By which weighted criteria a centre compares those who wait for its selection; a session without a row compares nobody.
CREATE TABLE session_selection (
  session_id BIGINT NOT NULL PRIMARY KEY,
  criteria VARCHAR(120) NOT NULL,
  version INT NOT NULL,
  CONSTRAINT session_selection_of FOREIGN KEY (session_id) REFERENCES training_session (id)
);

-- Which place an administration gave its nominee; null for those who apply themselves.
ALTER TABLE application
  ADD COLUMN home_rank INT;

-- Where an application stood in the ranking when its centre decided, and how many before it were passed over.
ALTER TABLE application_step
  ADD COLUMN selection VARCHAR(300);
