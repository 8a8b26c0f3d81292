package org.portolan.booking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.TypedLine;

/**
 * What a centre says of a resource. Any part may be missing or wrong; {@link #problems} says what.
 *
 * @param partOf number of the venue or building in which it lies, or null
 * @param languages of a trainer codes, of an interpreter pairs such as fr-ar; in their order
 * @param quantity how many there are of it behind this name
 * @param setup minutes that it is taken before what it is booked for, where nobody says otherwise
 * @param level what happens where two bookings meet, or null for what its kind has
 * @param shared whether other centres of its region may book it
 */
public record ResourceEdit(
    ResourceKind kind,
    String name,
    Long partOf,
    String address,
    Double latitude,
    Double longitude,
    RoomSeats seats,
    List<String> languages,
    Integer quantity,
    Integer setup,
    Integer clear,
    ConflictLevel level,
    boolean shared) {
  static final int LONGEST_SETUP = 24 * 60;
  private static final int LONGEST_LANGUAGES = 120;
  private static final int MOST = 1000;

  public ResourceEdit {
    name = TypedLine.of(name);
    address = TypedLine.of(address);
    languages = languages.stream().distinct().toList();
  }

  /** What is wrong, by field: the key of a text each; empty when it can be kept. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (kind == null) {
      problems.put("kind", "booking.problem.kind");
    }
    if (name.isEmpty()) {
      problems.put("name", "booking.problem.name");
    } else if (name.length() > 160) {
      problems.put("name", "booking.problem.long");
    }
    if (address.length() > 300) {
      problems.put("address", "booking.problem.long");
    }
    place(problems);
    if (!seats.possible()) {
      problems.put("seats", "booking.problem.seats");
    }
    if (kind != null && kind.speaks() && !languages.stream().allMatch(this::spoken)) {
      problems.put("languages", "booking.problem.languages." + kind.code());
    } else if (String.join(" ", languages).length() > LONGEST_LANGUAGES) {
      problems.put("languages", "booking.problem.long");
    }
    if (quantity == null || quantity < 1 || quantity > MOST) {
      problems.put("quantity", "booking.problem.quantity");
    }
    minutes(problems, "setup", setup);
    minutes(problems, "clear", clear);
    return problems;
  }

  private void place(Map<String, String> problems) {
    boolean outside =
        latitude != null && (latitude.isNaN() || Math.abs(latitude) > 90)
            || longitude != null && (longitude.isNaN() || Math.abs(longitude) > 180);
    if (outside || (latitude == null) != (longitude == null)) {
      problems.put("latitude", "booking.problem.place");
    }
  }

  static void minutes(Map<String, String> problems, String field, Integer minutes) {
    if (minutes == null || minutes < 0 || minutes > LONGEST_SETUP) {
      problems.put(field, "booking.problem.minutes");
    }
  }

  private boolean spoken(String said) {
    List<String> codes = Arrays.asList(said.split("-", -1));
    return codes.size() == (kind == ResourceKind.INTERPRETER ? 2 : 1)
        && codes.stream().distinct().count() == codes.size()
        && codes.stream().allMatch(code -> Language.of(code).isPresent());
  }
}
