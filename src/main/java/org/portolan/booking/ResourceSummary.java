package org.portolan.booking;

import java.util.List;

/**
 * A resource as the people of its centre see it.
 *
 * @param partOf number of that in which it lies, or null
 * @param root number of the outermost of these; its own where it lies in nothing
 * @param quantity how many there are of it
 * @param setup minutes that it is taken before what it is booked for
 * @param level what happens where two bookings meet, or null for what its kind has at its centre
 * @param shared whether other centres of its region may book it
 * @param retired whether nobody books it any more
 */
public record ResourceSummary(
    long id,
    String centreCode,
    String regionCode,
    ResourceKind kind,
    String name,
    Long partOf,
    long root,
    String address,
    Double latitude,
    Double longitude,
    RoomSeats seats,
    List<String> languages,
    int quantity,
    int setup,
    int clear,
    ConflictLevel level,
    boolean shared,
    boolean retired,
    int version) {

  /** How the audit trail, which forgets nothing, calls it: of a person it keeps the number. */
  String toldAs() {
    return kind.speaks() ? String.valueOf(id) : name;
  }
}
