-- Days on which a centre cannot hold sessions: the academy belongs to a national intake, or is closed.
CREATE TABLE centre_block (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  centre_code VARCHAR(30) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  words VARCHAR(200) NOT NULL,
  version INT NOT NULL,
  KEY centre_block_days (centre_code, first_day),
  CONSTRAINT centre_block_centre_of FOREIGN KEY (centre_code) REFERENCES body (code),
  CONSTRAINT centre_block_kind CHECK (kind IN ('intake', 'closure')),
  CONSTRAINT centre_block_order CHECK (first_day <= last_day)
);
