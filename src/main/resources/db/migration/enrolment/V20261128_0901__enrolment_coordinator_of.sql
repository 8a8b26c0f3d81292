-- The Member whose coordinator may answer an application now, because it is their turn or because a
-- supervisor was too late; so all that waits for them is one stretch of an index, in the order of
-- sessions. RTRIM says that no mode of the connection changes the code. What the column is made of
-- stands in its index too: MariaDB looks for it in each row otherwise, once the table was written to.
ALTER TABLE application
  ADD COLUMN coordinator_of CHAR(2) GENERATED ALWAYS AS (
    CASE
      WHEN asked = 'coordinator' OR asked = 'supervisor' AND urgency = 'escalated'
      THEN RTRIM(member_code)
    END) STORED,
  DROP KEY application_cockpit,
  ADD KEY application_coordinator (
    coordinator_of, session_id, due_at, person_id, asked, urgency, member_code);
