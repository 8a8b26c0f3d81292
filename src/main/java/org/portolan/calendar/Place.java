package org.portolan.calendar;

/**
 * Where a session is held.
 *
 * @param venue empty where nothing is known
 * @param room with the building in which it lies, or empty
 */
public record Place(String venue, String room) {
  public static final Place NOWHERE = new Place("", "");

  public Place {
    venue = OneLine.of(venue);
    room = OneLine.of(room);
  }

  /** In one line. */
  public String text(String comma) {
    return venue.isEmpty() || room.isEmpty() ? venue + room : venue + comma + room;
  }

  /** What is booked, and beside it what the plan says, as far as they do not differ. */
  static Place of(Place planned, Place booked) {
    boolean elsewhere = !booked.venue.isEmpty() && !booked.venue.equals(planned.venue);
    return new Place(
        booked.venue.isEmpty() ? planned.venue : booked.venue,
        !booked.room.isEmpty() ? booked.room : elsewhere ? "" : planned.room);
  }
}
