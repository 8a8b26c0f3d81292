/**
 * Who takes part in a session: the list for its centre, as a file too, and the letters that invite
 * and confirm. Owns no table; stands on enrolment and calendar.
 */
package org.portolan.roster;
