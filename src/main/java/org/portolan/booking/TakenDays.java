package org.portolan.booking;

import java.time.LocalDate;
import java.util.Set;

/**
 * On which days a room or trainer cannot be had by anybody else, on the clocks of its centre.
 *
 * @param days with those on which all that it lies in is taken
 * @param displaced numbers of sessions whose booking of it lost its time to another, or was given
 *     back
 */
public record TakenDays(ResourceSummary resource, Set<LocalDate> days, Set<Long> displaced) {}
