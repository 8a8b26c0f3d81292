-- terms that somebody would add, until an editor takes or declines them
CREATE TABLE term_suggestion (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  term VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  language CHAR(2) NOT NULL,
  concept_code VARCHAR(80),
  times INT NOT NULL,
  state VARCHAR(20) NOT NULL,
  suggested_on DATE NOT NULL,
  version INT NOT NULL DEFAULT 0,
  UNIQUE KEY term_suggestion_once (language, term),
  CONSTRAINT term_suggestion_state CHECK (state IN ('open', 'accepted', 'declined'))
);
