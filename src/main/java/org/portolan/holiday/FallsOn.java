package org.portolan.holiday;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule by which a holiday has its day in a year. Written {@code yearly:05-25}, {@code
 * once:2027-03-08}, {@code easter:1} (days after Easter Sunday), {@code islamic:ID_AL_FITR}.
 *
 * @param what a day of the year, a day, a number of days or a feast, as it is written
 */
public record FallsOn(Kind kind, String what) {
  private static final Pattern DAYS = Pattern.compile("-?\\d{1,3}");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2050;
  private static final int FARTHEST_FROM_EASTER = 100;

  /** How a day is found. */
  public enum Kind {
    YEARLY,
    ONCE,
    EASTER,
    ISLAMIC;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  /** The feasts that follow the moon and are holidays somewhere. */
  public enum Feast {
    NEWYEAR,
    ASCHURA,
    MAWLID_AN_NABI,
    LAILAT_AL_MIRAJ,
    RAMADAN,
    LAILAT_AL_QADR,
    ID_AL_FITR,
    ID_AL_FITR_2,
    ID_AL_FITR_3,
    ARAFAAT,
    ID_UL_ADHA,
    ID_UL_ADHA_2,
    ID_UL_ADHA_3
  }

  /** Empty where no day can be found by it. */
  public static Optional<FallsOn> of(String text) {
    int colon = text == null ? -1 : text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    return Kind.of(text.substring(0, colon))
        .map(kind -> new FallsOn(kind, text.substring(colon + 1)))
        .filter(FallsOn::possible);
  }

  private boolean possible() {
    try {
      return switch (kind) {
        case YEARLY -> MonthDay.parse("--" + what) != null;
        case ONCE -> known(LocalDate.parse(what).getYear());
        case EASTER ->
            DAYS.matcher(what).matches()
                && Math.abs(Integer.parseInt(what)) <= FARTHEST_FROM_EASTER;
        case ISLAMIC -> Arrays.stream(Feast.values()).anyMatch(each -> each.name().equals(what));
      };
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean known(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  public String text() {
    return kind.code() + ":" + what;
  }

  /** Whether the day is an estimate until the moon was seen. */
  public boolean followsMoon() {
    return kind == Kind.ISLAMIC;
  }

  /** Its days between these, both counted; a feast of the moon may come twice in a year. */
  public List<LocalDate> days(LocalDate from, LocalDate to) {
    return ComputedDays.between(this, from, to);
  }
}
