CREATE TABLE concept (
  code VARCHAR(80) NOT NULL PRIMARY KEY,
  broader_code VARCHAR(80),
  theme_code VARCHAR(30)
);

CREATE TABLE concept_term (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  concept_code VARCHAR(80) NOT NULL,
  language CHAR(2) NOT NULL,
  kind VARCHAR(12) NOT NULL,
  term VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  UNIQUE KEY concept_term_once (concept_code, language, term),
  CONSTRAINT concept_term_concept FOREIGN KEY (concept_code) REFERENCES concept (code),
  CONSTRAINT concept_term_kind CHECK (kind IN ('preferred', 'alternative', 'acronym'))
);
