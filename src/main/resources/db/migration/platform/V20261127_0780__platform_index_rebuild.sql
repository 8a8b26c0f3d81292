-- How often operators asked for the search index to be built anew. Each node compares it with the number its own index was
-- made for, so one that was away builds when it comes back.
ALTER TABLE index_head ADD COLUMN rebuild BIGINT NOT NULL DEFAULT 0;

-- What each node that builds an index has come to, for whoever asked for it.
CREATE TABLE index_building (
  node    VARCHAR(120) NOT NULL PRIMARY KEY,
  rebuild BIGINT       NOT NULL,
  done    BIGINT       NOT NULL,
  total   BIGINT       NOT NULL,
  serves  BOOLEAN      NOT NULL,
  seen_at DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
