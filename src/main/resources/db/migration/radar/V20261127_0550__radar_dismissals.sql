-- Findings of the radar that somebody looked at and let be. The facts of then stand in the fingerprint: when they are others,
-- the finding is shown again. The sessions tell which finding it was.
CREATE TABLE radar_dismissal (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  region_code VARCHAR(8) NOT NULL,
  first_year INT NOT NULL,
  kind VARCHAR(30) NOT NULL,
  subject VARCHAR(160) NOT NULL,
  fingerprint CHAR(64) NOT NULL,
  sessions TEXT NOT NULL,
  reason VARCHAR(500) NOT NULL,
  dismissed_by BIGINT NOT NULL,
  dismissed_at DATETIME(6) NOT NULL,
  UNIQUE KEY radar_dismissal_once (region_code, first_year, fingerprint),
  CONSTRAINT radar_dismissal_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT radar_dismissal_by FOREIGN KEY (dismissed_by) REFERENCES person (id)
);
