-- Which seats stand in the calendars of those who have them, since which state of the session, and what
-- they answered. Moments of answers are those that calendars wrote into them.
CREATE TABLE calendar_invitation (
  application_id   BIGINT      NOT NULL PRIMARY KEY,
  sequence         INT         NOT NULL,
  session_sequence INT         NOT NULL,
  state            VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reply            VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reply_way        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin,
  stamped_at       DATETIME(6),
  sent_at          DATETIME(6) NOT NULL,
  CONSTRAINT calendar_invitation_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT calendar_invitation_state CHECK (state IN ('invited', 'cancelled')),
  CONSTRAINT calendar_invitation_reply CHECK (reply IN ('none', 'accepted', 'declined', 'tentative'))
);

-- Replies by mail from which nothing followed, and why; for administrators.
CREATE TABLE calendar_reply (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  from_address VARCHAR(190) NOT NULL,
  subject      VARCHAR(200) NOT NULL,
  reason       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at  DATETIME(6)  NOT NULL,
  KEY calendar_reply_received (received_at)
);
