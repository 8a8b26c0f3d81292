/**
 * Session templates: what the sessions of a course usually are, as the centre of the course says.
 * Owns session_template. Answers the calendar, which fills in the form of a new session ({@link
 * org.portolan.calendar.UsualSessions}), and hears {@link org.portolan.calendar.SessionDrafted} to
 * give a new session the rules of its seats. A session that is there is never changed by its
 * template.
 */
package org.portolan.template;
