/**
 * The rules by which the seats of one session are given: capacity, quotas, seats held for groups,
 * the waiting list with its offers, and the ledger from which all of it can be told again. Knows no
 * database, no person and no page: whoever keeps applications lends them as {@link
 * org.portolan.seat.Candidate}s and writes down the {@link org.portolan.seat.SeatLine}s.
 */
package org.portolan.seat;
