-- what other libraries gather from this one: every item that is or was public, with the moment at which it last
-- changed for them. A change moves a record to the end of the order by seq, so who reads on misses none.
CREATE TABLE harvest_record (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind        VARCHAR(30) NOT NULL,
  entity_id   BIGINT      NOT NULL,
  seq         BIGINT      NOT NULL,
  changed_at  DATETIME    NOT NULL,
  gone        BOOLEAN     NOT NULL,
  path        VARCHAR(200) NOT NULL,
  fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT uq_harvest_record UNIQUE (kind, entity_id),
  CONSTRAINT uq_harvest_record_seq UNIQUE (seq),
  KEY harvest_record_changed (changed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE harvest_set (
  record_id BIGINT      NOT NULL,
  spec      VARCHAR(80) NOT NULL,
  PRIMARY KEY (record_id, spec),
  KEY harvest_set_spec (spec),
  CONSTRAINT fk_harvest_set_record FOREIGN KEY (record_id) REFERENCES harvest_record (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- how far the changes of the database were followed, and with which content
CREATE TABLE harvest_head (
  id       TINYINT     NOT NULL PRIMARY KEY,
  position BIGINT      NOT NULL,
  seq      BIGINT      NOT NULL,
  content  VARCHAR(80) NOT NULL,
  CONSTRAINT ck_harvest_head_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
INSERT INTO harvest_head (id, position, seq, content) VALUES (1, 0, 0, '');
