-- What those who decide have been told of what waits for their offices: the last day on which that was looked at, and the moment of the
-- newest question of which they have read.
CREATE TABLE waiting_letter (
  office_role VARCHAR(20) NOT NULL,
  scope_code VARCHAR(30) NOT NULL,
  person_id BIGINT NOT NULL,
  looked_on DATE NOT NULL,
  told_until DATETIME(6),
  PRIMARY KEY (office_role, scope_code, person_id),
  KEY waiting_letter_person (person_id),
  KEY waiting_letter_day (looked_on),
  CONSTRAINT waiting_letter_reader FOREIGN KEY (person_id) REFERENCES person (id)
);
