-- One ledger per session, of which everything else follows: seats, offers, the waiting list. What was told by steps and entries
-- until now is written into it; the marks of these lines are made when the session is first opened again.
CREATE TABLE seat_line (
  session_id BIGINT NOT NULL,
  number BIGINT NOT NULL,
  event VARCHAR(12) NOT NULL,
  application_id BIGINT,
  happened_at DATETIME(6) NOT NULL,
  detail VARCHAR(2000),
  mark CHAR(64) CHARACTER SET ascii,
  PRIMARY KEY (session_id, number),
  KEY seat_line_application (application_id, number),
  CONSTRAINT seat_line_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT seat_line_of FOREIGN KEY (application_id) REFERENCES application (id)
);

CREATE TABLE seat_book (
  session_id BIGINT NOT NULL PRIMARY KEY,
  rules VARCHAR(2000) NOT NULL,
  line_count BIGINT NOT NULL,
  queued INT NOT NULL,
  taken INT NOT NULL,
  by_group VARCHAR(8000),
  due_at DATETIME(6),
  mark CHAR(64) CHARACTER SET ascii NOT NULL,
  KEY seat_book_due (due_at),
  CONSTRAINT seat_book_session FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT seat_book_counts CHECK (taken >= 0 AND queued >= 0)
);

ALTER TABLE application
  ADD COLUMN group_codes VARCHAR(200) NOT NULL DEFAULT '',
  ADD COLUMN place BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN offered_until DATETIME(6),
  ADD KEY application_queue (session_id, state, place),
  DROP CONSTRAINT application_state;

ALTER TABLE application
  ADD CONSTRAINT application_state CHECK (state IN
    ('waiting', 'queued', 'offered', 'approved', 'refused', 'withdrawn', 'declined', 'lapsed'));

UPDATE application a
  LEFT JOIN member_state m ON m.code = a.member_code
  SET a.group_codes = IF(a.member_code IS NULL, '',
    CONCAT('member:', a.member_code, IF(m.region_code IS NULL, '', CONCAT(' region:', m.region_code))));

INSERT INTO seat_line (session_id, number, event, application_id, happened_at, detail)
  SELECT s.id, 1, 'rules', NULL, MIN(t.happened_at),
    CONCAT('capacity=', GREATEST(s.seats, COUNT(CASE WHEN t.state = 'approved' THEN 1 END)),
      ' margin=0 queue=0 offer=PT0S quiet=PT0S starts=', DATE_FORMAT(s.starts_at, '%Y-%m-%dT%H:%i:%sZ'), ' open=true')
  FROM training_session s
    JOIN application a ON a.session_id = s.id
    JOIN application_step t ON t.application_id = a.id
  GROUP BY s.id, s.seats, s.starts_at;

INSERT INTO seat_line (session_id, number, event, application_id, happened_at, detail)
  SELECT a.session_id, 1 + ROW_NUMBER() OVER (PARTITION BY a.session_id ORDER BY t.id),
    CASE t.state WHEN 'waiting' THEN 'applied' WHEN 'approved' THEN 'seated' ELSE t.state END,
    a.id, t.happened_at, CASE t.state WHEN 'waiting' THEN a.group_codes END
  FROM application_step t JOIN application a ON a.id = t.application_id;

DROP TABLE seat_entry;
DROP TABLE seat_count;
