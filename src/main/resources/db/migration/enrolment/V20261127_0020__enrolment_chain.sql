-- An application goes along the chain that its session had when it was handed in. While it waits it says who is asked, how
-- urgently, and when something has to be said if no answer came.
ALTER TABLE application
  ADD COLUMN chain VARCHAR(80) NOT NULL DEFAULT 'none',
  ADD COLUMN asked VARCHAR(12),
  ADD COLUMN urgency VARCHAR(10),
  ADD COLUMN nudge_at DATETIME(6),
  ADD KEY application_asked (asked, applied_at),
  ADD KEY application_nudge (nudge_at);

UPDATE application a JOIN training_session s ON s.id = a.session_id SET a.chain = s.approval;

UPDATE application SET asked = 'coordinator', urgency = 'asked', nudge_at = due_at WHERE state = 'waiting';

-- What happened besides a new state: an approver agreed, was reminded, or others were asked too.
ALTER TABLE application_step
  ADD COLUMN approver VARCHAR(12),
  ADD COLUMN event VARCHAR(12);
