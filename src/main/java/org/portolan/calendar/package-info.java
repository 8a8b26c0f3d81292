/**
 * Sessions: a course given at a centre on certain days. Owns training_session. Its public face is
 * the calendar of a centre or region, as pages, REST and feeds; what it shows of seats taken it
 * asks through {@link org.portolan.calendar.SeatsTaken}. Fires {@link
 * org.portolan.calendar.SessionPublished}, {@link org.portolan.calendar.SessionMoved}, {@link
 * org.portolan.calendar.SessionChanged} and {@link org.portolan.calendar.SessionCancelled} inside
 * the transaction.
 */
package org.portolan.calendar;
