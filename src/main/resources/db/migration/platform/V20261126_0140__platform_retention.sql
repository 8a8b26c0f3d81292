-- When records of each kind were last looked through for what is kept too long, and how many were
-- forgotten. A run that did not end has no end, and what it forgot is counted on.
CREATE TABLE retention_run (
  kind      VARCHAR(40) NOT NULL PRIMARY KEY,
  began_at  DATETIME(6) NOT NULL,
  ended_at  DATETIME(6) NULL,
  forgotten INT         NOT NULL,
  failed    BOOLEAN     NOT NULL
);

-- So that old letters are found without reading all.
ALTER TABLE mail_letter ADD KEY ix_mail_letter_created (created_at);
