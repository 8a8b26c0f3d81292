package org.portolan.attendance;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a mark is about: one who has a seat, by their application, or somebody without an account
 * whom the host wrote down, by the name that the tablet gave them.
 *
 * @param application null for a guest
 * @param guest null for one who has a seat
 */
public record Attendee(Long application, String guest) implements Comparable<Attendee> {
  private static final Pattern SEATED = Pattern.compile("a\\d{1,18}");

  /** What a tablet gives as a name that nobody else gives. */
  static final Pattern NAME =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public static Attendee seated(long application) {
    return new Attendee(application, null);
  }

  public static Attendee guest(String id) {
    return new Attendee(null, id);
  }

  /** As it stands in pages and in what tablets send. */
  public String code() {
    return guest == null ? "a" + application : "g" + guest;
  }

  public boolean isGuest() {
    return guest != null;
  }

  /** Empty for what names nobody. */
  public static Optional<Attendee> of(String code) {
    if (code != null && SEATED.matcher(code).matches()) {
      return Optional.of(seated(Long.parseLong(code.substring(1))));
    }
    return code != null && code.startsWith("g") && NAME.matcher(code.substring(1)).matches()
        ? Optional.of(guest(code.substring(1)))
        : Optional.empty();
  }

  @Override
  public int compareTo(Attendee other) {
    return code().compareTo(other.code());
  }
}
