-- Who holds which office, for what, from when to when. The days are those of the body's own zone;
-- the moments beside them are what they mean, so that rights are compared without a zone.
CREATE TABLE mandate (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  office VARCHAR(24) NOT NULL,
  scope_kind VARCHAR(10) NOT NULL,
  scope_code VARCHAR(30) NOT NULL,
  person_id BIGINT NOT NULL,
  deputy_for BIGINT,
  from_day DATE NOT NULL,
  to_day DATE,
  starts_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6),
  reads_until DATETIME(6),
  handed_to BIGINT,
  version INT NOT NULL,
  KEY mandate_person (person_id, ends_at),
  KEY mandate_scope (scope_kind, scope_code, office, ends_at),
  CONSTRAINT mandate_of FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT mandate_principal FOREIGN KEY (deputy_for) REFERENCES mandate (id),
  CONSTRAINT mandate_successor FOREIGN KEY (handed_to) REFERENCES mandate (id),
  CONSTRAINT mandate_office CHECK (office IN ('coordinator', 'contact_point', 'centre_director',
    'centre_staff', 'rocb_director', 'rocb_officer', 'vice_chair', 'vice_chair_officer',
    'fallback_approver', 'editor', 'donor_officer', 'head', 'secretariat', 'admin')),
  CONSTRAINT mandate_scope_kind
    CHECK (scope_kind IN ('platform', 'region', 'member', 'centre', 'body')),
  CONSTRAINT mandate_days CHECK (to_day IS NULL OR to_day >= from_day),
  CONSTRAINT mandate_moments CHECK (ends_at IS NULL OR ends_at >= starts_at)
);

-- One row for each office of each body that ever had a holder: who appoints locks it, so that two
-- who appoint at once see each other.
CREATE TABLE office_seat (
  office VARCHAR(24) NOT NULL,
  scope_kind VARCHAR(10) NOT NULL,
  scope_code VARCHAR(30) NOT NULL,
  PRIMARY KEY (office, scope_kind, scope_code)
);

INSERT INTO mandate (office, scope_kind, scope_code, person_id, from_day, to_day, starts_at,
    ends_at, version)
  SELECT CASE role WHEN 'centre' THEN 'centre_staff' WHEN 'rocb' THEN 'rocb_officer' ELSE role END,
    scope_kind, scope_code, person_id, from_day, to_day, CAST(from_day AS DATETIME),
    CAST(DATE_ADD(to_day, INTERVAL 1 DAY) AS DATETIME), 1
  FROM role_grant;

DROP TABLE role_grant;
