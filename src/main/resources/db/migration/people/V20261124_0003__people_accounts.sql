CREATE TABLE person (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(40) NOT NULL UNIQUE,
  given_name VARCHAR(80) NOT NULL,
  family_name VARCHAR(80) NOT NULL,
  email VARCHAR(190) NOT NULL UNIQUE,
  member_code CHAR(2),
  language CHAR(2) NOT NULL,
  post VARCHAR(120) NOT NULL,
  password_hash VARCHAR(255),
  version INT NOT NULL,
  CONSTRAINT person_member FOREIGN KEY (member_code) REFERENCES member_state (code)
);

CREATE TABLE role_grant (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  role VARCHAR(20) NOT NULL,
  scope_kind VARCHAR(10) NOT NULL,
  scope_code VARCHAR(30) NOT NULL,
  from_day DATE NOT NULL,
  to_day DATE,
  UNIQUE KEY role_grant_once (person_id, role, scope_kind, scope_code, from_day),
  CONSTRAINT role_grant_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT role_grant_role CHECK (role IN ('coordinator', 'centre', 'editor', 'rocb', 'admin')),
  CONSTRAINT role_grant_scope CHECK (scope_kind IN ('platform', 'region', 'member', 'centre')),
  CONSTRAINT role_grant_days CHECK (to_day IS NULL OR to_day >= from_day)
);

CREATE TABLE sign_in (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash CHAR(64) NOT NULL UNIQUE,
  person_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_seen_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  agent VARCHAR(200) NOT NULL,
  KEY sign_in_expiry (expires_at),
  CONSTRAINT sign_in_person FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE api_token (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash CHAR(64) NOT NULL UNIQUE,
  person_id BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  revoked_at DATETIME(6),
  CONSTRAINT api_token_person FOREIGN KEY (person_id) REFERENCES person (id)
);
