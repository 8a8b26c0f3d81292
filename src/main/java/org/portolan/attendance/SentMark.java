package org.portolan.attendance;

import org.portolan.platform.security.Token;

/**
 * A mark as a tablet made it, with the network or without.
 *
 * @param id a name that no other mark has
 * @param half of which half-day, by its code
 * @param counter how many this tablet had made for the session, with this one
 * @param millis what the clock of the tablet showed, right or not
 * @param previous hash of the mark that this tablet made before, empty for its first
 */
public record SentMark(
    String id,
    Attendee attendee,
    String half,
    Presence presence,
    int counter,
    long millis,
    String previous,
    String hash) {

  /** What the hash has to be, made on the tablet from the same words. */
  static String hash(
      String previous,
      String device,
      int counter,
      String id,
      String attendee,
      String half,
      String presence,
      long millis) {
    return Token.sha256(
        String.join(
            "\n",
            previous,
            device,
            String.valueOf(counter),
            id,
            attendee,
            half,
            presence,
            String.valueOf(millis)));
  }

  String rightHash(String device) {
    return hash(previous, device, counter, id, attendee.code(), half, presence.code(), millis);
  }

  /** Made here and now, as the next of its chain. */
  static SentMark next(
      DeviceChain.Head head,
      String device,
      String id,
      Attendee attendee,
      String half,
      Presence presence,
      long millis) {
    int counter = head.counter() + 1;
    return new SentMark(
        id,
        attendee,
        half,
        presence,
        counter,
        millis,
        head.hash(),
        hash(head.hash(), device, counter, id, attendee.code(), half, presence.code(), millis));
  }
}
