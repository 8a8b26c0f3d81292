package org.portolan.interest;

import java.time.LocalDate;

/**
 * Interest in a session, without names.
 *
 * @param since the day on which the first of them said so
 */
public record Gathered(int people, LocalDate since) {}
