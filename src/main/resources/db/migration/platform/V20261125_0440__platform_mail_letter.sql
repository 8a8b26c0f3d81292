-- Letters to people. Written in the transaction of what they tell of; handed to the mail server after it by whichever node
-- claims them. No key to person: the platform knows no people, and a letter may go to somebody who has no account.
CREATE TABLE mail_letter (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  message_id      VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind            VARCHAR(80)  NOT NULL,
  to_address      VARCHAR(190) NOT NULL,
  person_id       BIGINT       NULL,
  language        CHAR(2)      NOT NULL,
  subject         VARCHAR(255) NOT NULL,
  body_text       MEDIUMTEXT   NULL,
  body_html       MEDIUMTEXT   NULL,
  secret          BOOLEAN      NOT NULL,
  expires_at      DATETIME(6)  NULL,
  state           VARCHAR(10)  NOT NULL,
  attempts        INT          NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  next_attempt_at DATETIME(6)  NOT NULL,
  claim           CHAR(36)     NULL,
  claimed_until   DATETIME(6)  NULL,
  sent_at         DATETIME(6)  NULL,
  last_error      VARCHAR(500) NULL,
  CONSTRAINT uq_mail_letter_message UNIQUE (message_id),
  CONSTRAINT ck_mail_letter_state CHECK (state IN ('waiting', 'sent', 'failed', 'bounced', 'withheld')),
  CONSTRAINT ck_mail_letter_secret CHECK (NOT secret OR expires_at IS NOT NULL),
  KEY ix_mail_letter_due (state, next_attempt_at),
  KEY ix_mail_letter_expiry (expires_at),
  KEY ix_mail_letter_person (person_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
