package org.portolan.booking;

import java.time.Instant;

/**
 * From where it is read when a trainer is busy elsewhere, without the address itself, which opens
 * their calendar.
 *
 * @param readAt when it was last read, or null
 * @param times that are kept of it
 * @param met times that are not, since sessions or blocks have the trainer then
 * @param problem why it was not read since, as the end of a key of texts; null where it was
 * @param failedAt when that was
 * @param nextAt when it is read next
 */
public record BusyAddress(
    String host,
    Instant readAt,
    int times,
    int met,
    String problem,
    Instant failedAt,
    Instant nextAt) {}
