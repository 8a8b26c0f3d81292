/**
 * Seats in the calendars of those who have them: invitations by mail, what people answered, and the
 * replies that their calendars send. Owns calendar_invitation and calendar_reply.
 */
package org.portolan.attendance.invitation;
