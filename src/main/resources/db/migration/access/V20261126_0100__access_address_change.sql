-- Somebody wants to be known by another address; both have to agree. Of the links in the letters only the hashes are kept.
CREATE TABLE address_change (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id     BIGINT       NOT NULL,
  email         VARCHAR(190) NOT NULL,
  former_email  VARCHAR(190) NOT NULL,
  state         VARCHAR(10)  NOT NULL,
  new_hash      CHAR(64)     NULL,
  former_hash   CHAR(64)     NULL,
  new_agreed    DATETIME(6)  NULL,
  former_agreed DATETIME(6)  NULL,
  agreed_by     BIGINT       NULL,
  letter_id     BIGINT       NULL,
  created_at    DATETIME(6)  NOT NULL,
  expires_at    DATETIME(6)  NOT NULL,
  ended_at      DATETIME(6)  NULL,
  version       INT          NOT NULL,
  CONSTRAINT uq_address_change_new UNIQUE (new_hash),
  CONSTRAINT uq_address_change_former UNIQUE (former_hash),
  CONSTRAINT address_change_of FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT address_change_by FOREIGN KEY (agreed_by) REFERENCES person (id),
  CONSTRAINT ck_address_change_state CHECK (state IN ('open', 'done', 'refused', 'taken_back', 'void')),
  KEY ix_address_change_open (state, expires_at)
);
