CREATE TABLE setting (
  name VARCHAR(60) NOT NULL PRIMARY KEY,
  content VARCHAR(500) NOT NULL
);

CREATE TABLE idempotency_key (
  person_id BIGINT NOT NULL,
  route VARCHAR(120) NOT NULL,
  idem_key VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  body_hash CHAR(64) NOT NULL,
  status INT NOT NULL,
  answer MEDIUMTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (person_id, route, idem_key),
  KEY idempotency_key_age (created_at)
);
