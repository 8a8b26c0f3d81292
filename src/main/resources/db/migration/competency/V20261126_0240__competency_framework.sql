-- theme names a row of content/reference/themes.csv, which belongs to a feature above this one
CREATE TABLE competency (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  group_code VARCHAR(20) NOT NULL,
  theme_code VARCHAR(30),
  name_en VARCHAR(160) NOT NULL,
  name_fr VARCHAR(160) NOT NULL,
  name_es VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ru VARCHAR(160) NOT NULL,
  name_pt VARCHAR(160) NOT NULL,
  description_en VARCHAR(400) NOT NULL,
  description_fr VARCHAR(400) NOT NULL,
  description_es VARCHAR(400) NOT NULL,
  description_ar VARCHAR(400) NOT NULL,
  description_ru VARCHAR(400) NOT NULL,
  description_pt VARCHAR(400) NOT NULL,
  sort INT NOT NULL
);

CREATE TABLE job_profile (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  family VARCHAR(20) NOT NULL,
  name_en VARCHAR(160) NOT NULL,
  name_fr VARCHAR(160) NOT NULL,
  name_es VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ru VARCHAR(160) NOT NULL,
  name_pt VARCHAR(160) NOT NULL,
  sort INT NOT NULL
);

CREATE TABLE profile_competency (
  profile_code VARCHAR(40) NOT NULL,
  competency_code VARCHAR(40) NOT NULL,
  level INT NOT NULL,
  PRIMARY KEY (profile_code, competency_code),
  CONSTRAINT profile_competency_profile FOREIGN KEY (profile_code) REFERENCES job_profile (code),
  CONSTRAINT profile_competency_competency FOREIGN KEY (competency_code) REFERENCES competency (code),
  CONSTRAINT profile_competency_level CHECK (level BETWEEN 1 AND 4)
);
