package org.portolan.enrolment;

/** One line of a session's ledger: this person took a seat, or gave it back. */
record SeatMove(long personId, SeatChange change) {}
