-- What a feed is told apart by is read at every request: with these the rows themselves are left alone.
CREATE INDEX training_session_feed_centre ON training_session (centre_code, last_day, state, version);
CREATE INDEX training_session_feed_region ON training_session (region_code, last_day, state, version);
