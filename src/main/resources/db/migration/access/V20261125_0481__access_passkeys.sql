CREATE TABLE passkey (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  credential_id VARBINARY(1023) NOT NULL,
  user_handle VARBINARY(64) NOT NULL,
  public_key VARBINARY(2048) NOT NULL,
  sign_count BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_used_at DATETIME(6),
  UNIQUE KEY passkey_credential (credential_id),
  KEY passkey_handle (user_handle),
  CONSTRAINT passkey_of FOREIGN KEY (person_id) REFERENCES person (id)
);

-- What a passkey was asked to sign, known by its hash; taken away by the first answer.
CREATE TABLE passkey_challenge (
  challenge_hash CHAR(64) NOT NULL PRIMARY KEY,
  purpose VARCHAR(10) NOT NULL,
  person_id BIGINT,
  expires_at DATETIME(6) NOT NULL,
  KEY passkey_challenge_expiry (expires_at),
  CONSTRAINT passkey_challenge_purpose CHECK (purpose IN ('register', 'sign-in', 'step', 'prove'))
);
