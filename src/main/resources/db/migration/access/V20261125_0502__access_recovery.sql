-- A link by which somebody who forgot a password sets a new one, once and within the hour; only its hash is kept.
CREATE TABLE recovery (
  token_hash CHAR(64)    NOT NULL PRIMARY KEY,
  person_id  BIGINT      NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY ix_recovery_expiry (expires_at),
  CONSTRAINT recovery_of FOREIGN KEY (person_id) REFERENCES person (id)
);
