-- What a centre wrote to participants of a session: once, with how many got it. Who got a letter is
-- known by the letters.
CREATE TABLE session_message (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id BIGINT        NOT NULL,
  sent_by  BIGINT        NOT NULL,
  subject    VARCHAR(150)  NOT NULL,
  body       VARCHAR(5000) NOT NULL,
  receivers  INT           NOT NULL,
  sent_at    DATETIME(6)   NOT NULL,
  CONSTRAINT session_message_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT session_message_sender FOREIGN KEY (sent_by) REFERENCES person (id),
  CONSTRAINT session_message_receivers CHECK (receivers > 0),
  KEY session_message_of (session_id, sent_at),
  KEY session_message_old (sent_at)
);
