-- An invitation opens an account to whoever holds its token, of which only the hash is kept. The address of a letter stands
-- in the outbox until it was sent.
CREATE TABLE invitation (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_code CHAR(2)      NOT NULL,
  given_name  VARCHAR(80)  NOT NULL,
  family_name VARCHAR(80)  NOT NULL,
  email       VARCHAR(190) NOT NULL,
  language    CHAR(2)      NOT NULL,
  post        VARCHAR(120) NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  token_hash  CHAR(64)     NULL,
  invited_by  BIGINT       NOT NULL,
  person_id   BIGINT       NULL,
  letter_id   BIGINT       NULL,
  created_at  DATETIME(6)  NOT NULL,
  expires_at  DATETIME(6)  NOT NULL,
  version     INT          NOT NULL,
  CONSTRAINT uq_invitation_token UNIQUE (token_hash),
  CONSTRAINT invitation_member FOREIGN KEY (member_code) REFERENCES member_state (code),
  CONSTRAINT invitation_by FOREIGN KEY (invited_by) REFERENCES person (id),
  CONSTRAINT invitation_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT ck_invitation_state CHECK (state IN ('open', 'accepted', 'withdrawn')),
  KEY ix_invitation_member (member_code, state, created_at),
  KEY ix_invitation_email (email)
);

-- What a person says about themselves beyond name, address and post.
CREATE TABLE profile (
  person_id        BIGINT       NOT NULL PRIMARY KEY,
  grade            VARCHAR(80)  NOT NULL,
  in_service_since DATE         NULL,
  in_post_since    DATE         NULL,
  languages        VARCHAR(400) NOT NULL,
  supervisor_name  VARCHAR(160) NOT NULL,
  supervisor_email VARCHAR(190) NOT NULL,
  gender           VARCHAR(10)  NOT NULL,
  zone             VARCHAR(60)  NOT NULL,
  accessibility    VARCHAR(1000) NOT NULL,
  name_public      BOOLEAN      NOT NULL,
  version          INT          NOT NULL,
  CONSTRAINT profile_of FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT ck_profile_gender CHECK (gender IN ('', 'female', 'male', 'other'))
);
