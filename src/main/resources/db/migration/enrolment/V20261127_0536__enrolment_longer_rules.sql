-- Quotas and held seats for many Members: rules are kept whole, in the book and in the ledger.
ALTER TABLE seat_book MODIFY rules VARCHAR(6000) NOT NULL;
ALTER TABLE seat_line MODIFY detail VARCHAR(6000);
