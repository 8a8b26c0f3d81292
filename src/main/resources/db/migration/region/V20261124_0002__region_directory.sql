CREATE TABLE region (
  code VARCHAR(8) NOT NULL PRIMARY KEY,
  label VARCHAR(8) NOT NULL,
  name_en VARCHAR(160) NOT NULL,
  name_fr VARCHAR(160) NOT NULL,
  name_es VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ru VARCHAR(160) NOT NULL,
  name_pt VARCHAR(160) NOT NULL,
  languages VARCHAR(40) NOT NULL,
  sort INT NOT NULL
);

CREATE TABLE subregion (
  code VARCHAR(8) NOT NULL PRIMARY KEY,
  name_en VARCHAR(160) NOT NULL,
  name_fr VARCHAR(160) NOT NULL,
  name_es VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ru VARCHAR(160) NOT NULL,
  name_pt VARCHAR(160) NOT NULL
);

CREATE TABLE member_state (
  code CHAR(2) NOT NULL PRIMARY KEY,
  iso3 CHAR(3) NOT NULL,
  iso_number VARCHAR(3),
  region_code VARCHAR(8) NOT NULL,
  subregion_code VARCHAR(8),
  ldc_list_year INT,
  currency CHAR(3) NOT NULL,
  capital VARCHAR(80) NOT NULL,
  latitude DECIMAL(8,4) NOT NULL,
  longitude DECIMAL(8,4) NOT NULL,
  zone VARCHAR(50) NOT NULL,
  languages VARCHAR(40) NOT NULL,
  name_en VARCHAR(160) NOT NULL,
  name_fr VARCHAR(160) NOT NULL,
  name_es VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ru VARCHAR(160) NOT NULL,
  name_pt VARCHAR(160) NOT NULL,
  demo BOOLEAN NOT NULL,
  CONSTRAINT member_state_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT member_state_subregion FOREIGN KEY (subregion_code) REFERENCES subregion (code)
);

CREATE TABLE centre (
  code VARCHAR(30) NOT NULL PRIMARY KEY,
  kind VARCHAR(10) NOT NULL,
  region_code VARCHAR(8) NOT NULL,
  member_code CHAR(2),
  city VARCHAR(80) NOT NULL,
  latitude DECIMAL(8,4) NOT NULL,
  longitude DECIMAL(8,4) NOT NULL,
  zone VARCHAR(50) NOT NULL,
  languages VARCHAR(40) NOT NULL,
  since_year INT,
  name_en VARCHAR(160) NOT NULL,
  name_fr VARCHAR(160) NOT NULL,
  name_es VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ru VARCHAR(160) NOT NULL,
  name_pt VARCHAR(160) NOT NULL,
  demo BOOLEAN NOT NULL,
  CONSTRAINT centre_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT centre_member FOREIGN KEY (member_code) REFERENCES member_state (code),
  CONSTRAINT centre_kind CHECK (kind IN ('RTC', 'ROCB'))
);
