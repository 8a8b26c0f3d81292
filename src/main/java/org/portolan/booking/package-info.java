/**
 * What sessions need besides people who come: venues, buildings and rooms, equipment, dog teams,
 * interpreters and trainers, and who has them when. Owns resource, conflict_level,
 * resource_booking, booked_time and busy_address. Hears {@link org.portolan.calendar.SessionMoved}
 * and {@link org.portolan.calendar.SessionCancelled}: bookings follow their session, and one that
 * meets another where it goes is displaced and said to be.
 */
package org.portolan.booking;
