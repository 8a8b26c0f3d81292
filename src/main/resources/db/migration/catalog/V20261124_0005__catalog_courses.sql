CREATE TABLE theme_package (
  code VARCHAR(30) NOT NULL PRIMARY KEY,
  name_en VARCHAR(160) NOT NULL,
  name_fr VARCHAR(160) NOT NULL,
  name_es VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ru VARCHAR(160) NOT NULL,
  name_pt VARCHAR(160) NOT NULL,
  sort INT NOT NULL
);

CREATE TABLE theme (
  code VARCHAR(30) NOT NULL PRIMARY KEY,
  package_code VARCHAR(30) NOT NULL,
  name_en VARCHAR(160) NOT NULL,
  name_fr VARCHAR(160) NOT NULL,
  name_es VARCHAR(160) NOT NULL,
  name_ar VARCHAR(160) NOT NULL,
  name_ru VARCHAR(160) NOT NULL,
  name_pt VARCHAR(160) NOT NULL,
  sort INT NOT NULL,
  CONSTRAINT theme_package_of FOREIGN KEY (package_code) REFERENCES theme_package (code)
);

CREATE TABLE course (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(40) NOT NULL UNIQUE,
  centre_code VARCHAR(30) NOT NULL,
  region_code VARCHAR(8) NOT NULL,
  theme_code VARCHAR(30) NOT NULL,
  level VARCHAR(20) NOT NULL,
  mode VARCHAR(20) NOT NULL,
  hours INT NOT NULL,
  audience VARCHAR(20) NOT NULL,
  instrument VARCHAR(60),
  state VARCHAR(12) NOT NULL,
  version INT NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  KEY course_filter (state, theme_code, region_code),
  CONSTRAINT course_centre FOREIGN KEY (centre_code) REFERENCES centre (code),
  CONSTRAINT course_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT course_theme FOREIGN KEY (theme_code) REFERENCES theme (code),
  CONSTRAINT course_hours CHECK (hours > 0)
);

CREATE TABLE course_text (
  course_id BIGINT NOT NULL,
  language CHAR(2) NOT NULL,
  title VARCHAR(200) NOT NULL,
  summary VARCHAR(400) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  PRIMARY KEY (course_id, language),
  KEY course_text_language (language, course_id),
  CONSTRAINT course_text_course FOREIGN KEY (course_id) REFERENCES course (id)
);
