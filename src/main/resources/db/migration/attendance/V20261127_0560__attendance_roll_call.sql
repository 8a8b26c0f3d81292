-- Who was there, half-day by half-day: every mark that was ever made, in no row changed afterwards.
-- What holds is what the marks add up to. A mark has a name of its own, given by the tablet that made
-- it: sent twice, it is there once.
CREATE TABLE attendance_mark (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mark_id        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  session_id     BIGINT       NOT NULL,
  application_id BIGINT,
  guest_id       CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin,
  half_day       CHAR(13)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  device         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  counter        INT          NOT NULL,
  device_millis  BIGINT       NOT NULL,
  previous_hash  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash           CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  marked_at      DATETIME(6)  NOT NULL,
  received_at    DATETIME(6)  NOT NULL,
  marked_by      BIGINT       NOT NULL,
  reason         VARCHAR(300),
  refusal        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin,
  CONSTRAINT attendance_mark_once UNIQUE (mark_id),
  CONSTRAINT attendance_mark_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT attendance_mark_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT attendance_mark_marked_by FOREIGN KEY (marked_by) REFERENCES person (id),
  CONSTRAINT attendance_mark_whom CHECK (application_id IS NULL OR guest_id IS NULL),
  KEY attendance_mark_of (session_id, device, counter),
  KEY attendance_mark_old (received_at)
);

-- People without an account whom the host wrote down. Somebody may say later whose account it is.
CREATE TABLE attendance_guest (
  id             CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  session_id     BIGINT       NOT NULL,
  name           VARCHAR(150) NOT NULL,
  administration VARCHAR(150) NOT NULL,
  email          VARCHAR(254) NOT NULL,
  registered_by  BIGINT       NOT NULL,
  registered_at  DATETIME(6)  NOT NULL,
  person_id      BIGINT,
  matched_by     BIGINT,
  matched_at     DATETIME(6),
  CONSTRAINT attendance_guest_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT attendance_guest_registered_by FOREIGN KEY (registered_by) REFERENCES person (id),
  CONSTRAINT attendance_guest_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT attendance_guest_matched_by FOREIGN KEY (matched_by) REFERENCES person (id),
  KEY attendance_guest_of (session_id, registered_at),
  KEY attendance_guest_old (registered_at)
);

-- Who signed the attendance of a session, and the digest of what it was then.
CREATE TABLE attendance_signature (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id BIGINT       NOT NULL,
  name       VARCHAR(150) NOT NULL,
  signed_by  BIGINT       NOT NULL,
  signed_at  DATETIME(6)  NOT NULL,
  digest     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT attendance_signature_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT attendance_signature_signed_by FOREIGN KEY (signed_by) REFERENCES person (id),
  KEY attendance_signature_of (session_id, id),
  KEY attendance_signature_old (signed_at)
);
