-- What the coordinators of a region propose to two centres: one session in the place of a draft of each.
CREATE TABLE joint_proposal (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  region_code VARCHAR(8) NOT NULL,
  lead_centre VARCHAR(30) NOT NULL,
  other_centre VARCHAR(30) NOT NULL,
  lead_draft BIGINT,
  other_draft BIGINT,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  lead_seats INT NOT NULL,
  other_seats INT NOT NULL,
  lead_cost INT,
  cost_words VARCHAR(500) NOT NULL,
  note VARCHAR(1000) NOT NULL,
  state VARCHAR(12) NOT NULL,
  proposed_by BIGINT NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  session_id BIGINT,
  version INT NOT NULL,
  KEY joint_proposal_region (region_code, state),
  KEY joint_proposal_session (session_id),
  CONSTRAINT joint_proposal_region_of FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT joint_proposal_lead FOREIGN KEY (lead_centre) REFERENCES body (code),
  CONSTRAINT joint_proposal_other FOREIGN KEY (other_centre) REFERENCES body (code),
  CONSTRAINT joint_proposal_lead_draft FOREIGN KEY (lead_draft) REFERENCES training_session (id) ON DELETE SET NULL,
  CONSTRAINT joint_proposal_other_draft FOREIGN KEY (other_draft) REFERENCES training_session (id) ON DELETE SET NULL,
  CONSTRAINT joint_proposal_session_of FOREIGN KEY (session_id) REFERENCES training_session (id) ON DELETE SET NULL,
  CONSTRAINT joint_proposal_by FOREIGN KEY (proposed_by) REFERENCES person (id),
  CONSTRAINT joint_proposal_days CHECK (last_day >= first_day),
  CONSTRAINT joint_proposal_seats CHECK (lead_seats >= 0 AND other_seats >= 0 AND lead_seats + other_seats > 0),
  CONSTRAINT joint_proposal_cost CHECK (lead_cost IS NULL OR lead_cost BETWEEN 0 AND 100),
  CONSTRAINT joint_proposal_state CHECK (state IN ('open', 'agreed', 'declined', 'withdrawn'))
);

-- What each of the two said.
CREATE TABLE joint_answer (
  proposal_id BIGINT NOT NULL,
  centre_code VARCHAR(30) NOT NULL,
  agrees BOOLEAN NOT NULL,
  reason VARCHAR(500) NOT NULL,
  answered_by BIGINT NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (proposal_id, centre_code),
  CONSTRAINT joint_answer_to FOREIGN KEY (proposal_id) REFERENCES joint_proposal (id),
  CONSTRAINT joint_answer_by FOREIGN KEY (answered_by) REFERENCES person (id)
);
