-- Approvers who agreed and are asked again, as something changed that concerns them; and who is asked after them. Null for almost
-- all applications.
ALTER TABLE application
  ADD COLUMN asked_again VARCHAR(60);

-- What was one thing and is another since: of a session, or of one application. With the steps, of which after_step was the last
-- taken before, it tells what anybody agreed to.
CREATE TABLE application_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id BIGINT NOT NULL,
  application_id BIGINT,
  what VARCHAR(12) NOT NULL,
  before_value VARCHAR(2000) NOT NULL,
  after_value VARCHAR(2000) NOT NULL,
  after_step BIGINT NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  KEY application_change_session (session_id, application_id, id),
  CONSTRAINT application_change_session_of FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT application_change_of FOREIGN KEY (application_id) REFERENCES application (id)
);
