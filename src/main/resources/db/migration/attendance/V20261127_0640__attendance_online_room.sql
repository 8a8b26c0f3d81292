-- Where a session is joined online, for those alone who hold its seats. The row stays when the address is taken back,
-- so that its number never says twice of two addresses that they are the same.
CREATE TABLE online_room (
  session_id  BIGINT       NOT NULL PRIMARY KEY,
  address     VARCHAR(500),
  access_note VARCHAR(300) NOT NULL,
  changed_by  BIGINT       NOT NULL,
  changed_at  DATETIME(6)  NOT NULL,
  version     INT          NOT NULL,
  CONSTRAINT online_room_session FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE CASCADE,
  CONSTRAINT online_room_changed_by FOREIGN KEY (changed_by) REFERENCES person (id)
);

-- Which of its addresses the calendar of an invited person has.
ALTER TABLE calendar_invitation ADD COLUMN room_version INT NOT NULL DEFAULT 0;
