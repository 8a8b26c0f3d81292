-- Who did what to which record. A row is written in the transaction of the deed, with a mark of the application (mac); after the
-- commit one worker gives it a number and a hash over its content and the hash before it. Rows are never changed after that and
-- never deleted. No foreign keys: what the trail names may be gone one day.
CREATE TABLE audit_entry (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  seq         BIGINT      NULL,
  happened_at DATETIME(6) NOT NULL,
  actor_id    BIGINT      NULL,
  behind_id   BIGINT      NULL,
  channel     VARCHAR(10) NOT NULL,
  request_id  VARCHAR(36) NULL,
  action      VARCHAR(60) NOT NULL,
  kind        VARCHAR(30) NOT NULL,
  record_id   VARCHAR(60) NOT NULL,
  scope_kind  VARCHAR(20) NULL,
  scope_code  VARCHAR(40) NULL,
  changes     MEDIUMTEXT  NOT NULL,
  personal    MEDIUMTEXT  NOT NULL,
  nonce       BINARY(16)  NOT NULL,
  mac         BINARY(32)  NOT NULL,
  hash        BINARY(32)  NULL,
  CONSTRAINT uq_audit_entry_seq UNIQUE (seq),
  CONSTRAINT uq_audit_entry_nonce UNIQUE (nonce),
  KEY audit_entry_record (kind, record_id, id),
  KEY audit_entry_actor (actor_id, id),
  KEY audit_entry_action (action, id),
  KEY audit_entry_moment (happened_at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE audit_head (
  id        TINYINT    NOT NULL PRIMARY KEY,
  number    BIGINT     NOT NULL,
  hash      BINARY(32) NOT NULL,
  key_check BINARY(32) NULL,
  CONSTRAINT ck_audit_head_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO audit_head (id, number, hash)
VALUES (1, 0, X'0000000000000000000000000000000000000000000000000000000000000000');

-- The key of each person whose values stand in the trail, wrapped by a key outside the database. Without the row the values cannot
-- be read any more, and the chain over them still holds.
CREATE TABLE audit_person_key (
  id        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT        NOT NULL,
  wrapped   VARBINARY(80) NOT NULL,
  CONSTRAINT uq_audit_person_key UNIQUE (person_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
