/**
 * Which conditions a session has, and whether officers meet them. Owns session_condition; without a
 * row of its own a session asks for what its course does. Stands on eligibility, which judges, and
 * gathers the facts from competency, completion, people and, through {@link
 * org.portolan.condition.Engagements}, from enrolment. Fires no events.
 */
package org.portolan.condition;
