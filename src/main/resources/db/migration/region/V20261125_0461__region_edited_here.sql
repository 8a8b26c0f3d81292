-- what was edited here is not overwritten by the content of a release: a row is brought up to date
-- while it still is what the content laid down last
ALTER TABLE member_state ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE member_state ADD COLUMN laid CHAR(64);
ALTER TABLE body ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE body ADD COLUMN laid CHAR(64);
ALTER TABLE body ADD COLUMN closed_on DATE;
ALTER TABLE vice_chair_term ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE vice_chair_term ADD COLUMN laid CHAR(64);

-- grows with every change of these, so that each node notices
CREATE TABLE directory_revision (
  id TINYINT NOT NULL PRIMARY KEY,
  revision BIGINT NOT NULL
);
INSERT INTO directory_revision (id, revision) VALUES (1, 0);
