package org.portolan.booking;

import java.time.Instant;
import org.portolan.catalog.CourseTitle;

/**
 * Who has a resource when, and what for.
 *
 * @param resourceName what it is called, also where nobody books it any more
 * @param session number of the session, or null where the resource is blocked
 * @param sessionCode its code, or null
 * @param course what is given there, or null
 * @param words why the resource is blocked; empty for a session
 * @param centreCode the centre that booked it
 * @param amount how many of it
 * @param setup minutes before each of its times that belong to it
 * @param held whether it has its times; else it was displaced
 * @param reason why it was booked although it meets another, or empty
 * @param bookedBy name of who booked it, or null where nobody is there any more
 * @param email where they are asked, or null
 * @param firstAt beginning of its first time, or null where it has none
 * @param lastAt end of its last
 * @param times how many they are
 * @param elsewhere whether they are those at which a trainer is busy elsewhere
 */
public record BookingSummary(
    long id,
    long resourceId,
    String resourceName,
    ResourceKind kind,
    Long session,
    String sessionCode,
    CourseTitle course,
    String words,
    String centreCode,
    String zone,
    int amount,
    int setup,
    int clear,
    boolean held,
    String reason,
    String bookedBy,
    String email,
    Instant firstAt,
    Instant lastAt,
    int times,
    boolean elsewhere) {

  public boolean blocks() {
    return session == null;
  }
}
