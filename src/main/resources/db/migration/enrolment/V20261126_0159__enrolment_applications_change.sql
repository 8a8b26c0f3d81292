-- Where two accounts become one, two applications for one session may change their persons: the one that gives way is moving
-- meanwhile. Outside of that transaction it is 0 always, so that there is one for each person and session.
ALTER TABLE application
  ADD COLUMN moving TINYINT NOT NULL DEFAULT 0,
  DROP KEY application_once,
  ADD UNIQUE KEY application_once (session_id, person_id, moving);
