-- Whom an administration sends to a session: one list for each, with the reason for it. Seats may be asked for before their
-- names are known, to be named by a day.
CREATE TABLE nomination (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id BIGINT NOT NULL,
  member_code CHAR(2) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  handed_in_at DATETIME(6),
  sent_by BIGINT,
  unnamed INT NOT NULL,
  names_until DATE,
  unnamed_state VARCHAR(10),
  version INT NOT NULL,
  UNIQUE KEY nomination_of (session_id, member_code),
  CONSTRAINT nomination_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT nomination_member FOREIGN KEY (member_code) REFERENCES member_state (code),
  CONSTRAINT nomination_by FOREIGN KEY (sent_by) REFERENCES person (id)
);

-- The officers on a list in their order; alternates step in for others. Without an application they are not handed in yet.
CREATE TABLE nominee (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  nomination_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  place INT NOT NULL,
  alternate BOOLEAN NOT NULL,
  words VARCHAR(2000) NOT NULL,
  application_id BIGINT,
  UNIQUE KEY nominee_once (nomination_id, person_id),
  KEY nominee_application (application_id),
  CONSTRAINT nominee_of FOREIGN KEY (nomination_id) REFERENCES nomination (id),
  CONSTRAINT nominee_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT nominee_applied FOREIGN KEY (application_id) REFERENCES application (id)
);
