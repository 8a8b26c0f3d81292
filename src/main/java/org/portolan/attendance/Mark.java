package org.portolan.attendance;

import java.time.Instant;

/**
 * A mark as it is kept.
 *
 * @param markedAt when it was made by the clock of the server
 * @param markedBy the person whose sign-in it came with
 * @param reason why it was made after the attendance was signed or closed, else null
 * @param refusal why it does not count, as the last part of a key of texts, or null
 */
public record Mark(
    SentMark sent,
    String device,
    Instant markedAt,
    Instant receivedAt,
    long markedBy,
    String reason,
    String refusal) {

  /** Device of the marks that were made by the form of the page, without a tablet of their own. */
  static final String DESK = "00000000-0000-0000-0000-000000000000";

  /** Device of those that participants made themselves, by the code of the screen at the door. */
  static final String DOOR = "00000000-0000-0000-0000-000000000001";

  /** Whether no tablet may call itself so. */
  public static boolean ownDevice(String device) {
    return device.equals(DESK) || device.equals(DOOR);
  }

  public Attendee attendee() {
    return sent.attendee();
  }

  public boolean counts() {
    return refusal == null;
  }

  public boolean byForm() {
    return device.equals(DESK);
  }

  public boolean atTheDoor() {
    return device.equals(DOOR);
  }

  /** What tells one tablet from another on a page. */
  public String deviceName() {
    return device.substring(0, 4);
  }
}
