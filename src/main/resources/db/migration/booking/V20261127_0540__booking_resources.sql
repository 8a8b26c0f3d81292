-- What a centre has for its sessions: venues, buildings and rooms, equipment, dog teams, interpreters and trainers.
CREATE TABLE resource (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  centre_code VARCHAR(30) NOT NULL,
  region_code VARCHAR(8) NOT NULL,
  kind VARCHAR(12) NOT NULL,
  name VARCHAR(160) NOT NULL,
  -- what it lies in, and the outermost of that, or itself: the row that whoever books any of it holds
  part_of BIGINT NULL,
  root_id BIGINT NULL,
  address VARCHAR(300) NOT NULL,
  latitude DOUBLE NULL,
  longitude DOUBLE NULL,
  layouts VARCHAR(120) NOT NULL,
  languages VARCHAR(120) NOT NULL,
  quantity INT NOT NULL,
  setup_minutes INT NOT NULL,
  clear_minutes INT NOT NULL,
  level VARCHAR(8) NULL,
  shared BOOLEAN NOT NULL,
  retired BOOLEAN NOT NULL,
  version INT NOT NULL,
  KEY resource_centre (centre_code, kind),
  KEY resource_region (region_code, shared),
  KEY resource_root (root_id),
  CONSTRAINT resource_centre_of FOREIGN KEY (centre_code) REFERENCES body (code),
  CONSTRAINT resource_part_of FOREIGN KEY (part_of) REFERENCES resource (id),
  CONSTRAINT resource_root_of FOREIGN KEY (root_id) REFERENCES resource (id),
  CONSTRAINT resource_quantity CHECK (quantity > 0)
);

-- How a centre wants to be told that two bookings of a kind meet, where that is not as the house has it.
CREATE TABLE conflict_level (
  centre_code VARCHAR(30) NOT NULL,
  kind VARCHAR(12) NOT NULL,
  level VARCHAR(8) NOT NULL,
  PRIMARY KEY (centre_code, kind),
  CONSTRAINT conflict_level_centre_of FOREIGN KEY (centre_code) REFERENCES body (code)
);

-- A resource taken for a session, or blocked with words of why. One that was displaced holds no time any more.
CREATE TABLE resource_booking (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  resource_id BIGINT NOT NULL,
  session_id BIGINT NULL,
  words VARCHAR(200) NOT NULL,
  amount INT NOT NULL,
  setup_minutes INT NOT NULL,
  clear_minutes INT NOT NULL,
  state VARCHAR(10) NOT NULL,
  -- why it was booked although another meets it
  reason VARCHAR(200) NOT NULL,
  booked_by BIGINT NULL,
  booked_at DATETIME(6) NOT NULL,
  UNIQUE KEY resource_booking_once (session_id, resource_id),
  KEY resource_booking_resource (resource_id),
  CONSTRAINT resource_booking_of FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT resource_booking_for FOREIGN KEY (session_id) REFERENCES training_session (id),
  CONSTRAINT resource_booking_by FOREIGN KEY (booked_by) REFERENCES person (id) ON DELETE SET NULL,
  CONSTRAINT resource_booking_amount CHECK (amount > 0),
  CONSTRAINT resource_booking_state CHECK (state IN ('held', 'displaced'))
);

-- From when until when, with what setting up and clearing away take. Whoever looks for others reads the index alone.
CREATE TABLE booked_time (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  booking_id BIGINT NOT NULL,
  resource_id BIGINT NOT NULL,
  amount INT NOT NULL,
  from_at DATETIME(6) NOT NULL,
  until_at DATETIME(6) NOT NULL,
  KEY booked_time_when (resource_id, until_at, from_at, booking_id, amount),
  KEY booked_time_booking (booking_id),
  CONSTRAINT booked_time_of FOREIGN KEY (booking_id) REFERENCES resource_booking (id) ON DELETE CASCADE,
  CONSTRAINT booked_time_what FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT booked_time_order CHECK (until_at > from_at)
);
