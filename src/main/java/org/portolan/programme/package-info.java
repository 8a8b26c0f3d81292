/**
 * The programme of a centre: what it plans for a training year, from July to June. Owns
 * centre_block, the days on which a centre cannot hold sessions, and answers the calendar's {@link
 * org.portolan.calendar.BlockedDays}. Observes {@link org.portolan.calendar.SessionsMoved}, upon
 * which it writes to those whose turn it is; brings sessions in from spreadsheets, and a year from
 * the one before.
 */
package org.portolan.programme;
