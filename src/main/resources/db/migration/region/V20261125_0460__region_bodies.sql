-- a training centre is one kind of body among others; what refers to it follows the new name
RENAME TABLE centre TO body;

ALTER TABLE body DROP CONSTRAINT centre_kind;
ALTER TABLE body MODIFY kind VARCHAR(12) NOT NULL;
ALTER TABLE body MODIFY region_code VARCHAR(8) NULL;
ALTER TABLE body MODIFY city VARCHAR(80) NULL;
ALTER TABLE body MODIFY latitude DECIMAL(8,4) NULL;
ALTER TABLE body MODIFY longitude DECIMAL(8,4) NULL;
ALTER TABLE body MODIFY zone VARCHAR(50) NULL;
ALTER TABLE body MODIFY languages VARCHAR(40) NULL;
ALTER TABLE body ADD COLUMN website VARCHAR(200);
ALTER TABLE body ADD CONSTRAINT body_kind
  CHECK (kind IN ('RTC', 'ROCB', 'VICE_CHAIR', 'RILO', 'LABORATORY', 'DOG_CENTRE', 'DONOR'));
-- sessions are held on the clocks of a centre, and every body but a donor belongs to a region
ALTER TABLE body ADD CONSTRAINT body_centre
  CHECK (kind <> 'RTC' OR (city IS NOT NULL AND latitude IS NOT NULL AND longitude IS NOT NULL
    AND zone IS NOT NULL AND languages IS NOT NULL));
ALTER TABLE body ADD CONSTRAINT body_of_region
  CHECK (kind = 'DONOR' OR region_code IS NOT NULL);

-- which Member has the Vice-Chair of a region; a year, or a year and a month, as far as it is known
CREATE TABLE vice_chair_term (
  code VARCHAR(30) NOT NULL PRIMARY KEY,
  region_code VARCHAR(8) NOT NULL,
  member_code CHAR(2) NOT NULL,
  since VARCHAR(7),
  until VARCHAR(7),
  seen VARCHAR(7),
  demo BOOLEAN NOT NULL,
  CONSTRAINT vice_chair_term_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT vice_chair_term_member FOREIGN KEY (member_code) REFERENCES member_state (code),
  CONSTRAINT vice_chair_term_known CHECK (since IS NOT NULL OR seen IS NOT NULL)
);
