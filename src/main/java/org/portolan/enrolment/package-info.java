/**
 * Seats in sessions: who applied, who decides, who has one. Owns application, application_step,
 * seat_count and seat_entry; stands on calendar, people and region.
 *
 * <p>Every change of a session's applications holds the lock of its seat_count row first, so that
 * no seat is given twice and no two changes wait for each other.
 */
package org.portolan.enrolment;
