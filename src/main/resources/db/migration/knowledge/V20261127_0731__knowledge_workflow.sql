-- what practice and practice_text hold is what readers see, or a draft that nobody has seen yet;
-- the copy on which editors work and the versions of before stand beside them
ALTER TABLE practice DROP CONSTRAINT practice_state;
ALTER TABLE practice
  ADD COLUMN edition INT NOT NULL DEFAULT 1,
  ADD COLUMN edition_at DATETIME(6),
  ADD COLUMN edition_note VARCHAR(400),
  ADD COLUMN published_by BIGINT,
  ADD COLUMN work_state VARCHAR(12),
  ADD COLUMN worked_at DATETIME(6),
  ADD COLUMN written_by BIGINT,
  ADD COLUMN submitted_by BIGINT,
  ADD COLUMN submitted_at DATETIME(6),
  ADD COLUMN work_note VARCHAR(400),
  ADD COLUMN answer VARCHAR(2000),
  ADD COLUMN review_months INT NOT NULL DEFAULT 24,
  ADD COLUMN review_on DATE,
  ADD COLUMN reminded_at DATETIME(6),
  ADD COLUMN archived_at DATETIME(6),
  ADD COLUMN successor_id BIGINT,
  ADD CONSTRAINT practice_state CHECK (state IN ('draft', 'published', 'archived')),
  ADD CONSTRAINT practice_work_state CHECK (work_state IN ('writing', 'review', 'sent-back')),
  ADD CONSTRAINT practice_published_by FOREIGN KEY (published_by) REFERENCES person (id),
  ADD CONSTRAINT practice_written_by FOREIGN KEY (written_by) REFERENCES person (id),
  ADD CONSTRAINT practice_submitted_by FOREIGN KEY (submitted_by) REFERENCES person (id),
  ADD CONSTRAINT practice_successor FOREIGN KEY (successor_id) REFERENCES practice (id);

UPDATE practice SET edition_at = updated_at, review_on = DATE(DATE_ADD(published_at, INTERVAL 24 MONTH))
  WHERE state = 'published';
UPDATE practice SET work_state = 'writing', worked_at = updated_at, written_by = author_id
  WHERE state = 'draft';

-- how often a text was changed; of a translation, at which of these it was brought up to the original
ALTER TABLE practice_text
  ADD COLUMN revision INT NOT NULL DEFAULT 1,
  ADD COLUMN based_on INT;
UPDATE practice_text SET based_on = 1 WHERE original = FALSE;

CREATE TABLE practice_work (
  practice_id BIGINT NOT NULL PRIMARY KEY,
  content MEDIUMTEXT NOT NULL,
  CONSTRAINT practice_work_practice FOREIGN KEY (practice_id) REFERENCES practice (id)
);

CREATE TABLE practice_version (
  practice_id BIGINT NOT NULL,
  edition INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  published_at DATETIME(6) NOT NULL,
  published_by BIGINT,
  note VARCHAR(400) NOT NULL,
  PRIMARY KEY (practice_id, edition),
  CONSTRAINT practice_version_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
  CONSTRAINT practice_version_published_by FOREIGN KEY (published_by) REFERENCES person (id)
);
