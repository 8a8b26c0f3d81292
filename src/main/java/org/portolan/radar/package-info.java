/**
 * The coordination radar: what in the plans of a region's centres is worth a person's time, and
 * sessions that two centres hold together. Owns radar_dismissal, joint_proposal and joint_answer.
 * Reads calendar, catalogue, holidays, interest and enrolment, and changes nothing of theirs; what
 * two centres agreed to becomes a draft through {@link org.portolan.calendar.CalendarService}.
 * Answers the calendar, which shows co-hosts ({@link org.portolan.calendar.CoHosts}). The rules are
 * in {@code radar.rules}.
 */
package org.portolan.radar;
