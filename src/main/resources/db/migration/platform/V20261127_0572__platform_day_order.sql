-- How days that are written as text in a file are to be read, where that is open.
ALTER TABLE exchange_import
  ADD COLUMN day_order VARCHAR(12) NOT NULL DEFAULT 'ask';
