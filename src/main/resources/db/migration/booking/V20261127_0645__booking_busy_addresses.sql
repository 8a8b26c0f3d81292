-- Addresses from which it is read when trainers are busy elsewhere. The address opens their calendar, so it is sealed;
-- only its host is shown. When it is read next stands here, so that whichever node comes first does.
CREATE TABLE busy_address (
  resource_id BIGINT         NOT NULL PRIMARY KEY,
  sealed      VARBINARY(2000) NOT NULL,
  host        VARCHAR(255)   NOT NULL,
  tag         VARCHAR(200),
  modified    VARCHAR(200),
  next_at     DATETIME(6)    NOT NULL,
  read_at     DATETIME(6),
  whole_at    DATETIME(6),
  failed_at   DATETIME(6),
  problem     VARCHAR(20)    CHARACTER SET ascii COLLATE ascii_bin,
  failures    INT            NOT NULL,
  times       INT            NOT NULL,
  met         INT            NOT NULL,
  kept_by     BIGINT,
  kept_at     DATETIME(6)    NOT NULL,
  CONSTRAINT busy_address_of FOREIGN KEY (resource_id) REFERENCES resource (id) ON DELETE CASCADE,
  CONSTRAINT busy_address_by FOREIGN KEY (kept_by) REFERENCES person (id) ON DELETE SET NULL,
  KEY busy_address_next (next_at)
);
