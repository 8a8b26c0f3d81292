-- An import of records from a file: what was uploaded, what a dry run made of it, what was applied
-- and can be undone. The file goes as soon as it is not needed any more.
CREATE TABLE exchange_import (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind         VARCHAR(20)  NOT NULL,
  person_id    BIGINT       NOT NULL,
  file_name    VARCHAR(200) NOT NULL,
  format       VARCHAR(4)   NULL,
  encoding     VARCHAR(20)  NULL,
  cell_end     VARCHAR(1)   NULL,
  guessed      BOOLEAN      NOT NULL,
  state        VARCHAR(10)  NOT NULL,
  overwrite    BOOLEAN      NOT NULL,
  problems     TEXT         NULL,
  all_rows     INT          NOT NULL,
  done_rows    INT          NOT NULL,
  new_rows     INT          NOT NULL,
  changed_rows INT          NOT NULL,
  stale_rows   INT          NOT NULL,
  same_rows    INT          NOT NULL,
  error_rows   INT          NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  moved_at     DATETIME(6)  NOT NULL,
  applied_at   DATETIME(6)  NULL,
  KEY exchange_import_person (person_id, id),
  CONSTRAINT exchange_import_by FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT exchange_import_state CHECK (state IN ('checking', 'unreadable', 'checked', 'applying',
    'applied', 'undoing', 'undone'))
);

CREATE TABLE exchange_file (
  import_id BIGINT     NOT NULL,
  part      INT        NOT NULL,
  content   MEDIUMBLOB NOT NULL,
  PRIMARY KEY (import_id, part),
  CONSTRAINT exchange_file_of FOREIGN KEY (import_id) REFERENCES exchange_import (id) ON DELETE CASCADE
);

-- Rows that would change something or cannot: what the record was and what the row makes of it.
CREATE TABLE exchange_row (
  import_id    BIGINT      NOT NULL,
  line         INT         NOT NULL,
  verdict      VARCHAR(7)  NOT NULL,
  after_cells  MEDIUMTEXT  NOT NULL,
  before_cells MEDIUMTEXT  NULL,
  stale        TEXT        NULL,
  problems     TEXT        NULL,
  PRIMARY KEY (import_id, line),
  KEY exchange_row_verdict (import_id, verdict, line),
  CONSTRAINT exchange_row_of FOREIGN KEY (import_id) REFERENCES exchange_import (id) ON DELETE CASCADE,
  CONSTRAINT exchange_row_says CHECK (verdict IN ('new', 'changed', 'stale', 'error'))
);

-- Whoever applies or undoes an import locks the one row: two large ones would else wait for each
-- other's records in turn.
CREATE TABLE exchange_turn (
  id INT NOT NULL PRIMARY KEY
);
INSERT INTO exchange_turn (id) VALUES (1);
