-- Somebody wants their account erased. The row says when and whose, and nothing about them.
CREATE TABLE erasure_request (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id  BIGINT      NOT NULL,
  state      VARCHAR(10) NOT NULL,
  asked_at   DATETIME(6) NOT NULL,
  due_at     DATETIME(6) NOT NULL,
  ended_at   DATETIME(6) NULL,
  KEY ix_erasure_request_due (state, due_at),
  KEY ix_erasure_request_person (person_id, state),
  CONSTRAINT erasure_request_of FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT ck_erasure_request_state CHECK (state IN ('asked', 'taken_back', 'done'))
);

ALTER TABLE person ADD COLUMN erased_at DATETIME(6) NULL;
