-- What a session asks those who have a seat for their visa and journey, and what they told: sealed,
-- readable for its centre, gone some time after the session or when the seat is lost.
CREATE TABLE travel_ask (
  session_id BIGINT       NOT NULL PRIMARY KEY,
  asked      VARCHAR(200) NOT NULL,
  per_diem   VARCHAR(200) NOT NULL,
  version    BIGINT       NOT NULL,
  CONSTRAINT travel_ask_session FOREIGN KEY (session_id) REFERENCES training_session (id)
);

CREATE TABLE travel_record (
  application_id BIGINT          NOT NULL PRIMARY KEY,
  sealed         VARBINARY(8000) NOT NULL,
  told_at        DATETIME(6)     NOT NULL,
  CONSTRAINT travel_record_application FOREIGN KEY (application_id) REFERENCES application (id)
);
