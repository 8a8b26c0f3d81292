-- A centre may plan its former draft again beside the joint edition of which it became part.
ALTER TABLE joint_proposal
  ADD COLUMN lead_apart BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN other_apart BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE joint_proposal
  ADD KEY joint_proposal_lead_draft_of (lead_draft, state),
  ADD KEY joint_proposal_other_draft_of (other_draft, state);
