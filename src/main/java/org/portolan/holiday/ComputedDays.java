package org.portolan.holiday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.parser.HolidayParser;
import de.focus_shift.jollyday.core.parser.impl.FixedParser;
import de.focus_shift.jollyday.core.parser.impl.IslamicHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.RelativeToEasterSundayParser;
import de.focus_shift.jollyday.core.spi.ChristianHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonthHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSundayHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonthHolidayConfiguration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.threeten.extra.Days;

/**
 * One rule as Jollyday wants to see it. Its parsers count the days; its files of countries, which
 * would need a reader of XML, are not asked: what is kept of a Member stands in our table.
 */
final class ComputedDays implements HolidayConfigurations {
  private static final HolidayParser FIXED = new FixedParser();
  private static final HolidayParser EASTER = new RelativeToEasterSundayParser();
  private static final HolidayParser ISLAMIC = new IslamicHolidayParser();

  private final FallsOn rule;

  private ComputedDays(FallsOn rule) {
    this.rule = rule;
  }

  static List<LocalDate> between(FallsOn rule, LocalDate from, LocalDate to) {
    if (rule.kind() == FallsOn.Kind.ONCE) {
      LocalDate day = LocalDate.parse(rule.what());
      return day.isBefore(from) || day.isAfter(to) ? List.of() : List.of(day);
    }
    ComputedDays asked = new ComputedDays(rule);
    return IntStream.rangeClosed(from.getYear(), to.getYear())
        .mapToObj(Year::of)
        .filter(asked::exists)
        .flatMap(year -> asked.parser().parse(year, asked).stream())
        .map(Holiday::getDate)
        .filter(day -> !day.isBefore(from) && !day.isAfter(to))
        .sorted()
        .distinct()
        .toList();
  }

  /** The 29th of February is in few years. */
  private boolean exists(Year year) {
    return rule.kind() != FallsOn.Kind.YEARLY || monthDay().isValidYear(year.getValue());
  }

  private MonthDay monthDay() {
    return MonthDay.parse("--" + rule.what());
  }

  private HolidayParser parser() {
    return switch (rule.kind()) {
      case EASTER -> EASTER;
      case ISLAMIC -> ISLAMIC;
      default -> FIXED;
    };
  }

  @Override
  public List<FixedHolidayConfiguration> fixed() {
    return List.of(new Fixed(monthDay()));
  }

  @Override
  public List<RelativeToEasterSundayHolidayConfiguration> relativeToEasterSunday() {
    return List.of(new AfterEaster(Days.of(Integer.parseInt(rule.what()))));
  }

  @Override
  public List<IslamicHolidayConfiguration> islamicHolidays() {
    return List.of(new Moon(IslamicHolidayConfiguration.IslamicHolidayType.valueOf(rule.what())));
  }

  @Override
  public List<RelativeToFixedHolidayConfiguration> relativeToFixed() {
    return List.of();
  }

  @Override
  public List<RelativeToWeekdayInMonthHolidayConfiguration> relativeToWeekdayInMonth() {
    return List.of();
  }

  @Override
  public List<FixedWeekdayInMonthHolidayConfiguration> fixedWeekdays() {
    return List.of();
  }

  @Override
  public List<ChristianHolidayConfiguration> christianHolidays() {
    return List.of();
  }

  @Override
  public List<FixedWeekdayBetweenFixedHolidayConfiguration> fixedWeekdayBetweenFixed() {
    return List.of();
  }

  @Override
  public List<FixedWeekdayRelativeToFixedHolidayConfiguration> fixedWeekdayRelativeToFixed() {
    return List.of();
  }

  @Override
  public List<EthiopianOrthodoxHolidayConfiguration> ethiopianOrthodoxHolidays() {
    return List.of();
  }

  private record Fixed(MonthDay day) implements FixedHolidayConfiguration {
    @Override
    public String descriptionPropertiesKey() {
      return "";
    }

    @Override
    public HolidayType holidayType() {
      return HolidayType.PUBLIC_HOLIDAY;
    }

    @Override
    public Optional<Year> validFrom() {
      return Optional.empty();
    }

    @Override
    public Optional<Year> validTo() {
      return Optional.empty();
    }

    @Override
    public YearCycle cycle() {
      return YearCycle.EVERY_YEAR;
    }

    @Override
    public List<MovingCondition> conditions() {
      return List.of();
    }
  }

  private record Moon(IslamicHolidayType type) implements IslamicHolidayConfiguration {
    @Override
    public String descriptionPropertiesKey() {
      return type.name();
    }

    @Override
    public HolidayType holidayType() {
      return HolidayType.PUBLIC_HOLIDAY;
    }

    @Override
    public Optional<Year> validFrom() {
      return Optional.empty();
    }

    @Override
    public Optional<Year> validTo() {
      return Optional.empty();
    }

    @Override
    public YearCycle cycle() {
      return YearCycle.EVERY_YEAR;
    }

    @Override
    public List<MovingCondition> conditions() {
      return List.of();
    }
  }

  private record AfterEaster(Days days) implements RelativeToEasterSundayHolidayConfiguration {
    @Override
    public Chronology chronology() {
      return IsoChronology.INSTANCE;
    }

    @Override
    public String descriptionPropertiesKey() {
      return "";
    }

    @Override
    public HolidayType holidayType() {
      return HolidayType.PUBLIC_HOLIDAY;
    }

    @Override
    public Optional<Year> validFrom() {
      return Optional.empty();
    }

    @Override
    public Optional<Year> validTo() {
      return Optional.empty();
    }

    @Override
    public YearCycle cycle() {
      return YearCycle.EVERY_YEAR;
    }
  }
}
