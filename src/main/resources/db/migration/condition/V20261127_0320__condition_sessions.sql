-- Who may apply for a session, where its centre said so for it; an empty text asks for nothing.
CREATE TABLE session_condition (
  session_id BIGINT NOT NULL PRIMARY KEY,
  conditions VARCHAR(2000) NOT NULL,
  version INT NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT session_condition_of FOREIGN KEY (session_id) REFERENCES training_session (id)
);
