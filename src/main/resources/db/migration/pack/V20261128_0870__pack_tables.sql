-- Where practices and collections came from that another installation wrote: the address by which they are known wherever they
-- go, the version that was taken, and the digest of what it said, by which one sees whether it was changed here since.
CREATE TABLE pack_origin (
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id BIGINT NOT NULL,
  origin VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  edition INT NOT NULL,
  origin_date DATETIME(6) NOT NULL,
  digest VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  taken_at DATETIME(6) NOT NULL,
  PRIMARY KEY (kind, record_id),
  UNIQUE KEY pack_origin_once (kind, origin),
  CONSTRAINT pack_origin_kind CHECK (kind IN ('practice', 'collection'))
);

-- Files that editors of a region sent and look through before anything of them is taken; the file itself lies beside the folder of
-- files until they are through with it, a week at most.
CREATE TABLE pack_import (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  region_code VARCHAR(10) NOT NULL,
  staged CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  size BIGINT NOT NULL,
  begun_at DATETIME(6) NOT NULL,
  KEY pack_import_region (region_code, begun_at),
  KEY pack_import_begun (begun_at),
  CONSTRAINT pack_import_in FOREIGN KEY (region_code) REFERENCES region (code)
);

-- What became of its practices that were taken; note says which files were not, a line for each with the reason before its title.
CREATE TABLE pack_taken (
  import_id BIGINT NOT NULL,
  place INT NOT NULL,
  practice_id BIGINT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (import_id, place),
  KEY pack_taken_practice (practice_id),
  CONSTRAINT pack_taken_in FOREIGN KEY (import_id) REFERENCES pack_import (id) ON DELETE CASCADE,
  CONSTRAINT pack_taken_of FOREIGN KEY (practice_id) REFERENCES practice (id)
);
