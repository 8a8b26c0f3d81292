-- When whoever sits at a browser last showed who they are, and whether by two factors.
ALTER TABLE sign_in ADD COLUMN proved_at DATETIME(6);
ALTER TABLE sign_in ADD COLUMN strong BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE sign_in SET proved_at = created_at;
ALTER TABLE sign_in MODIFY COLUMN proved_at DATETIME(6) NOT NULL;

-- The secret that a person's authenticator app shares with us, sealed by a key kept elsewhere.
-- A code counts once: last_step is the half minute of the last one that was taken.
CREATE TABLE authenticator (
  person_id BIGINT NOT NULL PRIMARY KEY,
  secret VARBINARY(255) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6),
  last_step BIGINT NOT NULL,
  CONSTRAINT authenticator_of FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE recovery_code (
  person_id BIGINT NOT NULL,
  mark CHAR(64) NOT NULL,
  PRIMARY KEY (person_id, mark),
  CONSTRAINT recovery_code_of FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Wrong codes in a row, on whatever node, and until when no other is looked at.
CREATE TABLE code_tries (
  person_id BIGINT NOT NULL PRIMARY KEY,
  wrong INT NOT NULL,
  wait_until DATETIME(6),
  CONSTRAINT code_tries_of FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Somebody gave the right password and still owes the second factor; opens nothing by itself.
CREATE TABLE pending_sign_in (
  token_hash CHAR(64) NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY pending_sign_in_expiry (expires_at),
  CONSTRAINT pending_sign_in_person FOREIGN KEY (person_id) REFERENCES person (id)
);
