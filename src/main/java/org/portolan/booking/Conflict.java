package org.portolan.booking;

import java.util.List;

/**
 * Another booking that meets a wanted one, with whom to ask about it.
 *
 * @param level what that means
 * @param resource what the other has booked: the same, or what is taken with it
 * @param other the other booking
 * @param spans of what is wanted, which it meets
 */
public record Conflict(
    ConflictLevel level, String resource, BookingSummary other, List<Span> spans) {}
