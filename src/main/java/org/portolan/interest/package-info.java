/**
 * Interest in sessions that are announced without days. Owns session_interest. Tells a centre how
 * many would come, by Member and language, and writes to them when the days are set, or when the
 * session is cancelled; what they said is forgotten then. Hears {@link
 * org.portolan.calendar.SessionDated} and {@link org.portolan.calendar.SessionCancelled}.
 */
package org.portolan.interest;
