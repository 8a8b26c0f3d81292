/**
 * Who was there: roll call by half-day, also where there is no network, by marks that are only ever
 * added; participants coming in at the door, badges, and certificates of attendance. Owns
 * attendance_mark, attendance_guest and attendance_signature. Uses calendar for the days of a
 * session and enrolment for who has a seat; fires no events.
 */
package org.portolan.attendance;
