-- What a token is good for, and until when. Those made before are good for what they were.
ALTER TABLE api_token ADD COLUMN scopes VARCHAR(100) NOT NULL DEFAULT 'read apply';
ALTER TABLE api_token ADD COLUMN expires_at DATETIME(6);
ALTER TABLE api_token ADD COLUMN last_used_on DATE;
UPDATE api_token SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 90 DAY;
ALTER TABLE api_token MODIFY COLUMN expires_at DATETIME(6) NOT NULL;
