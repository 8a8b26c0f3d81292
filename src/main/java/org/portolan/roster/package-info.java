/**
 * Who takes part in a session: the list for its centre, as a file too, and the letters that invite
 * and confirm, what it writes to them, and what they tell it for their journeys. Owns
 * session_message, travel_ask and travel_record; stands on enrolment and calendar.
 */
package org.portolan.roster;
