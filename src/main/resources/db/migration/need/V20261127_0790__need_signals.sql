-- what people miss, told by features that notice; the same told again counts on the same row while it is open
CREATE TABLE need_signal (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(20) NOT NULL,
  region_code VARCHAR(10) NOT NULL,
  member_code CHAR(2),
  theme_code VARCHAR(30),
  language CHAR(2) NOT NULL,
  wording VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  times INT NOT NULL,
  source VARCHAR(20) NOT NULL,
  state VARCHAR(20) NOT NULL,
  raised_on DATE NOT NULL,
  heard_on DATE NOT NULL,
  version INT NOT NULL DEFAULT 0,
  KEY need_signal_region (region_code, state, heard_on),
  CONSTRAINT need_signal_kind CHECK (kind IN ('practice', 'training')),
  CONSTRAINT need_signal_state CHECK (state IN ('open', 'taken-up', 'declined')),
  CONSTRAINT need_signal_times CHECK (times > 0)
);
