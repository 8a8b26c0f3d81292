package org.portolan.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For whom a course is; one may be for several. */
public enum Audience {
  RECRUIT,
  OPERATIONAL,
  SPECIALIST,
  MANAGER,
  TRAINER,
  TRADER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Audience> of(String code) {
    return Arrays.stream(values()).filter(audience -> audience.code().equals(code)).findFirst();
  }

  /**
   * Those of a list of codes separated by spaces, in their usual order; unknown ones are left out.
   */
  public static List<Audience> list(String codes) {
    List<String> wanted = Arrays.asList(codes.split(" "));
    return Arrays.stream(values()).filter(audience -> wanted.contains(audience.code())).toList();
  }
}
