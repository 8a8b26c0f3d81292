-- Where programs that read mail stop letters of a kind that its reader asked for (RFC 8058); stands in a header of the letter.
ALTER TABLE mail_letter ADD COLUMN unsubscribe VARCHAR(2000) NULL;
