-- what waits for the coordinator of a Member, the oldest first, whatever became of its seat
ALTER TABLE application
  DROP KEY application_waiting,
  ADD KEY application_turn (member_code, asked, applied_at);
