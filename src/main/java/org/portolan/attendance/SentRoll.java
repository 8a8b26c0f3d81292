package org.portolan.attendance;

import java.util.List;

/**
 * What a tablet sends when the network is back.
 *
 * @param device the name that it gave itself
 * @param now what its clock shows while it sends: what that is off is taken off its marks
 */
public record SentRoll(String device, long now, List<Guest> guests, List<SentMark> marks) {
  public SentRoll {
    guests = List.copyOf(guests);
    marks = List.copyOf(marks);
  }
}
