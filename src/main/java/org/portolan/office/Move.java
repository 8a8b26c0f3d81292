package org.portolan.office;

import java.time.Instant;
import org.portolan.people.PersonSummary;

/**
 * A change of administration as those see it who decide for one of the two.
 *
 * @param from code of the Member that is left, or null
 * @param at when it was asked for, or when it happened
 */
public record Move(long id, PersonSummary person, String from, String to, Instant at) {}
