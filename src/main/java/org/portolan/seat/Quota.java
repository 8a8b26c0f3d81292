package org.portolan.seat;

/**
 * How many seats of a session a group may have at most. Written {@code gender:m:12}; {@code
 * member:*:2} gives every Member two.
 */
public record Quota(Group group, int most) implements Comparable<Quota> {
  static Quota of(String text) {
    int colon = text.lastIndexOf(':');
    return new Quota(
        Group.of(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }

  public String text() {
    return group.text() + ':' + most;
  }

  @Override
  public int compareTo(Quota other) {
    return text().compareTo(other.text());
  }
}
