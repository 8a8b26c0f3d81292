-- What waits for somebody is counted and added up by session each time they look: from the index alone, however much it is.
ALTER TABLE application
  ADD KEY application_cockpit (member_code, asked, urgency, state, session_id, due_at, person_id);
