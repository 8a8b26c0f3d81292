-- A course belongs to one catalogue: that of the world, of its region or of a Member. Its texts follow the one in its
-- first language (master): each says which edition of the course it tells. Who drafted and who submitted it are kept
-- because neither may publish it.
ALTER TABLE course
  ADD COLUMN catalogue VARCHAR(10) NOT NULL DEFAULT 'region',
  ADD COLUMN member_code CHAR(2),
  ADD COLUMN sponsor_code VARCHAR(30),
  ADD COLUMN master_language CHAR(2) NOT NULL DEFAULT 'en',
  ADD COLUMN edition INT NOT NULL DEFAULT 1,
  ADD COLUMN successor_id BIGINT,
  ADD COLUMN drafted_by BIGINT,
  ADD COLUMN submitted_by BIGINT,
  ADD COLUMN remark VARCHAR(1000),
  ADD COLUMN published_at DATETIME(6),
  ADD COLUMN retired_at DATETIME(6),
  MODIFY COLUMN audience VARCHAR(80) NOT NULL,
  ADD CONSTRAINT course_catalogue CHECK (catalogue IN ('global', 'region', 'member')),
  ADD CONSTRAINT course_state CHECK (state IN ('draft', 'review', 'published', 'retired')),
  ADD CONSTRAINT course_edition CHECK (edition > 0),
  ADD CONSTRAINT course_member FOREIGN KEY (member_code) REFERENCES member_state (code),
  ADD CONSTRAINT course_sponsor FOREIGN KEY (sponsor_code) REFERENCES body (code),
  ADD CONSTRAINT course_successor FOREIGN KEY (successor_id) REFERENCES course (id),
  ADD CONSTRAINT course_drafted_by FOREIGN KEY (drafted_by) REFERENCES person (id),
  ADD CONSTRAINT course_submitted_by FOREIGN KEY (submitted_by) REFERENCES person (id),
  ADD KEY course_desk (centre_code, state);

-- a course without an English text has its first language among those that it has
UPDATE course SET master_language = (SELECT MIN(t.language) FROM course_text t WHERE t.course_id = course.id)
  WHERE EXISTS (SELECT 1 FROM course_text x WHERE x.course_id = course.id)
    AND NOT EXISTS (SELECT 1 FROM course_text e WHERE e.course_id = course.id AND e.language = 'en');

ALTER TABLE course_text
  ADD COLUMN edition INT NOT NULL DEFAULT 1,
  ADD COLUMN version INT NOT NULL DEFAULT 0;

-- the themes of a course beside the one under which it is filed
CREATE TABLE course_theme (
  course_id BIGINT NOT NULL,
  theme_code VARCHAR(30) NOT NULL,
  PRIMARY KEY (course_id, theme_code),
  CONSTRAINT course_theme_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT course_theme_theme FOREIGN KEY (theme_code) REFERENCES theme (code)
);

CREATE TABLE course_competency (
  course_id BIGINT NOT NULL,
  competency_code VARCHAR(40) NOT NULL,
  level INT NOT NULL,
  PRIMARY KEY (course_id, competency_code),
  CONSTRAINT course_competency_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT course_competency_competency FOREIGN KEY (competency_code) REFERENCES competency (code),
  CONSTRAINT course_competency_level CHECK (level BETWEEN 1 AND 4)
);

-- what must have been done before
CREATE TABLE course_prerequisite (
  course_id BIGINT NOT NULL,
  required_id BIGINT NOT NULL,
  PRIMARY KEY (course_id, required_id),
  CONSTRAINT course_prerequisite_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT course_prerequisite_required FOREIGN KEY (required_id) REFERENCES course (id)
);

-- counts the changes that readers see, so that every node notices them
CREATE TABLE catalog_revision (
  id INT NOT NULL PRIMARY KEY,
  revision BIGINT NOT NULL
);

INSERT INTO catalog_revision (id, revision) VALUES (1, 0);
