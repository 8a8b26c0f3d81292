-- concepts beside each other; each pair once, the code that sorts first as the first
CREATE TABLE concept_relation (
  concept_code VARCHAR(80) NOT NULL,
  related_code VARCHAR(80) NOT NULL,
  PRIMARY KEY (concept_code, related_code),
  KEY concept_relation_back (related_code),
  CONSTRAINT concept_relation_one FOREIGN KEY (concept_code) REFERENCES concept (code),
  CONSTRAINT concept_relation_other FOREIGN KEY (related_code) REFERENCES concept (code)
);

-- the version grows with each edit here; laid is what a release laid down last of a concept and its
-- terms, so that one which was edited here is left alone
ALTER TABLE concept ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE concept ADD COLUMN laid CHAR(64);

-- grows with every change of the thesaurus, so that each node notices
CREATE TABLE thesaurus_revision (
  id TINYINT NOT NULL PRIMARY KEY,
  revision BIGINT NOT NULL
);
INSERT INTO thesaurus_revision (id, revision) VALUES (1, 0);
