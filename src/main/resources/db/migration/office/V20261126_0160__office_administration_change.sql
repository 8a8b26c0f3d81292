-- Somebody asks to belong to another administration. Whoever decides for that Member confirms; what was decided before stays
-- with the Member for which it was decided.
CREATE TABLE administration_change (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id   BIGINT       NOT NULL,
  from_member CHAR(2)      NULL,
  to_member   CHAR(2)      NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  answer      VARCHAR(500) NULL,
  decided_by  BIGINT       NULL,
  created_at  DATETIME(6)  NOT NULL,
  decided_at  DATETIME(6)  NULL,
  version     INT          NOT NULL,
  CONSTRAINT administration_change_of FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT administration_change_by FOREIGN KEY (decided_by) REFERENCES person (id),
  CONSTRAINT administration_change_from FOREIGN KEY (from_member) REFERENCES member_state (code),
  CONSTRAINT administration_change_to FOREIGN KEY (to_member) REFERENCES member_state (code),
  CONSTRAINT ck_administration_change_state CHECK (state IN ('waiting', 'done', 'refused', 'taken_back')),
  KEY ix_administration_change_to (to_member, state, created_at),
  KEY ix_administration_change_from (from_member, state, decided_at)
);
