package org.portolan.seat;

import java.time.Instant;

/**
 * Seats that only a group may take until a moment, at which those still free are there for all.
 * Written {@code region:ESA:3@2027-01-01T00:00:00Z}.
 */
public record Hold(Group group, int seats, Instant until) implements Comparable<Hold> {
  public static Hold of(String text) {
    int at = text.indexOf('@');
    Quota counted = Quota.of(text.substring(0, at));
    return new Hold(counted.group(), counted.most(), Instant.parse(text.substring(at + 1)));
  }

  public String text() {
    return group.text() + ':' + seats + '@' + until;
  }

  @Override
  public int compareTo(Hold other) {
    return text().compareTo(other.text());
  }
}
