-- Who signs in the people of a Member, where the administration does that itself.
CREATE TABLE identity_provider (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_code CHAR(2) NOT NULL,
  name VARCHAR(80) NOT NULL,
  issuer VARCHAR(300) NOT NULL,
  client_id VARCHAR(200) NOT NULL,
  client_secret VARBINARY(1000),
  strong_acr VARCHAR(200) NOT NULL,
  active BOOLEAN NOT NULL,
  version INT NOT NULL,
  UNIQUE KEY identity_provider_issuer (issuer),
  CONSTRAINT identity_provider_member FOREIGN KEY (member_code) REFERENCES member_state (code)
);

-- A domain of mail leads to one provider.
CREATE TABLE identity_provider_domain (
  domain VARCHAR(190) NOT NULL PRIMARY KEY,
  provider_id BIGINT NOT NULL,
  CONSTRAINT identity_provider_domain_of FOREIGN KEY (provider_id) REFERENCES identity_provider (id)
);

-- The account that somebody of a provider has here; subjects are compared letter by letter, hence
-- the hash.
CREATE TABLE identity_link (
  subject_hash CHAR(64) NOT NULL PRIMARY KEY,
  provider_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  linked_at DATETIME(6) NOT NULL,
  CONSTRAINT identity_link_provider FOREIGN KEY (provider_id) REFERENCES identity_provider (id),
  CONSTRAINT identity_link_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Journeys to a provider that came back: none comes back twice.
CREATE TABLE spent_journey (
  state_hash CHAR(64) NOT NULL PRIMARY KEY,
  expires_at DATETIME(6) NOT NULL,
  KEY spent_journey_expiry (expires_at)
);
