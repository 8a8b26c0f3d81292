-- The account of a trainer, where their centre named it.
ALTER TABLE resource ADD COLUMN person_id BIGINT NULL;
ALTER TABLE resource ADD CONSTRAINT resource_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL;
