-- Every change that the search index has to follow. A writer adds a row without a number in its own transaction; numbers
-- are given after the commit, one node at a time behind the lock on index_head, so that they become visible in order.
CREATE TABLE index_change (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  seq        BIGINT      NULL,
  kind       VARCHAR(20) NOT NULL,
  entity_id  BIGINT      NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT uq_index_change_seq UNIQUE (seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE index_head (
  id   TINYINT NOT NULL PRIMARY KEY,
  head BIGINT  NOT NULL,
  CONSTRAINT ck_index_head_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO index_head (id, head) VALUES (1, 0);
