-- On which days the administration of a Member does not work. What was removed stays, so that content does not bring it back.
CREATE TABLE public_holiday (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_code CHAR(2) NOT NULL,
  name_en VARCHAR(120) NOT NULL,
  name_fr VARCHAR(120) NOT NULL,
  name_es VARCHAR(120) NOT NULL,
  name_ar VARCHAR(120) NOT NULL,
  name_ru VARCHAR(120) NOT NULL,
  name_pt VARCHAR(120) NOT NULL,
  falls_on VARCHAR(40) NOT NULL,
  expected BOOLEAN NOT NULL,
  removed BOOLEAN NOT NULL,
  version INT NOT NULL,
  KEY public_holiday_member (member_code, removed),
  CONSTRAINT public_holiday_member_of FOREIGN KEY (member_code) REFERENCES member_state (code)
);
