package org.portolan.calendar;

import java.time.Instant;
import java.util.Set;

/**
 * Which sessions a desk shows, as the database is asked for them.
 *
 * @param centres at least one
 * @param courses null for all
 * @param state null for any
 * @param now what has ended by then comes last
 */
record DeskQuery(
    Set<String> centres, Set<Long> courses, SessionState state, Instant endsAfter, Instant now) {}
