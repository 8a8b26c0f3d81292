/**
 * Seats in sessions: who applied, who decides, who has one. Owns application, application_step,
 * application_change, seat_book and seat_line; stands on seat, approval, calendar, office, people
 * and region. Fires {@link org.portolan.enrolment.SeatsRuled}.
 *
 * <p>Every change of a session's applications locks the row of the session first, as its centre
 * does who changes the session: no seat is given twice, the seats are never fewer than those taken,
 * and no two changes wait for each other. Those who apply at once are decided in one transaction.
 */
package org.portolan.enrolment;
