CREATE TABLE seat_count (
  session_id BIGINT NOT NULL PRIMARY KEY,
  capacity INT NOT NULL,
  taken INT NOT NULL,
  CONSTRAINT seat_count_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT seat_count_never_oversold CHECK (taken >= 0 AND taken <= capacity)
);

CREATE TABLE application (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  member_code CHAR(2),
  state VARCHAR(12) NOT NULL,
  motivation VARCHAR(2000) NOT NULL,
  reason VARCHAR(2000),
  applied_at DATETIME(6) NOT NULL,
  due_at DATETIME(6),
  decided_at DATETIME(6),
  decided_by BIGINT,
  version INT NOT NULL,
  UNIQUE KEY application_once (session_id, person_id),
  KEY application_waiting (member_code, state, applied_at),
  KEY application_person (person_id, applied_at),
  CONSTRAINT application_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT application_person_of FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT application_state CHECK (state IN ('waiting', 'approved', 'refused', 'withdrawn'))
);

CREATE TABLE application_step (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  application_id BIGINT NOT NULL,
  state VARCHAR(12) NOT NULL,
  actor_id BIGINT,
  reason VARCHAR(2000),
  happened_at DATETIME(6) NOT NULL,
  KEY application_step_application (application_id, id),
  CONSTRAINT application_step_of FOREIGN KEY (application_id) REFERENCES application (id)
);

CREATE TABLE seat_entry (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id BIGINT NOT NULL,
  application_id BIGINT NOT NULL,
  kind VARCHAR(10) NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  KEY seat_entry_session (session_id, id),
  CONSTRAINT seat_entry_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT seat_entry_kind CHECK (kind IN ('taken', 'released'))
);
