-- What people can do, by whoever says so. A later statement takes the place of an earlier one of the same source, which stays to
-- be read; of what courses gave the highest counts.
CREATE TABLE attainment (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  competency_code VARCHAR(40) NOT NULL,
  source VARCHAR(16) NOT NULL,
  level INT NOT NULL,
  evidence VARCHAR(40),
  on_day DATE NOT NULL,
  said_by BIGINT,
  recorded_at DATETIME(6) NOT NULL,
  in_force BOOLEAN NOT NULL,
  asked BOOLEAN NOT NULL,
  KEY attainment_person (person_id, in_force),
  KEY attainment_asked (asked, recorded_at),
  CONSTRAINT attainment_person_of FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT attainment_competency FOREIGN KEY (competency_code) REFERENCES competency (code),
  CONSTRAINT attainment_said_by FOREIGN KEY (said_by) REFERENCES person (id) ON DELETE SET NULL,
  CONSTRAINT attainment_source CHECK (source IN ('course', 'administration', 'own')),
  CONSTRAINT attainment_level CHECK (level BETWEEN 0 AND 4)
);

CREATE TABLE person_job (
  person_id BIGINT NOT NULL PRIMARY KEY,
  profile_code VARCHAR(40) NOT NULL,
  CONSTRAINT person_job_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT person_job_profile FOREIGN KEY (profile_code) REFERENCES job_profile (code)
);
