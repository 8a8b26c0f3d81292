package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.calendar.DaysOnClocks;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.SlotLines;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/** Puts sessions into the words of the reader, on the clocks that the reader chose. */
@RequestScoped
class SessionWords {
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE");

  @Inject private CurrentLanguage language;
  @Inject private Themes themes;
  @Inject private CalendarWords words;
  @Inject private Clock clock;

  ShownSession of(SessionSummary session, ReaderClocks clocks) {
    SessionFacts facts = session.facts();
    return new ShownSession(
        session.id(),
        session.course().title(),
        session.course().language(),
        look(facts),
        state(facts),
        "",
        days(facts, clocks),
        place(facts));
  }

  /**
   * @param held all times at which it is held on one day
   */
  ShownSession on(List<DayPlan.Held> held, ReaderClocks clocks) {
    SessionSummary session = held.get(0).session();
    SessionFacts facts = session.facts();
    return new ShownSession(
        session.id(),
        session.course().title(),
        session.course().language(),
        look(facts),
        state(facts),
        held.stream()
            .map(each -> span(each.from(), each.until()))
            .collect(Collectors.joining(SlotLines.comma(language()))),
        days(facts, clocks),
        place(facts));
  }

  /** Colour by the family of its theme, pattern by its state; the state is also said in words. */
  String look(SessionFacts facts) {
    String family =
        themes
            .find(facts.themeCode())
            .map(theme -> theme.packageCode().toLowerCase(Locale.ROOT))
            .orElse("");
    boolean over = facts.dated() && !clock.instant().isBefore(facts.endsAt());
    return "ev " + family + " " + facts.state().code() + (over ? " over" : "");
  }

  private String state(SessionFacts facts) {
    return facts.state() == SessionState.PUBLISHED
        ? ""
        : text("calendar.state." + facts.state().code());
  }

  String place(SessionFacts facts) {
    return facts.online() ? text("calendar.online") : words.city(facts.centreCode());
  }

  /** Its days on the clocks of the reader, without hours; of how many if some are free. */
  String days(SessionFacts facts, ReaderClocks clocks) {
    LocalDate first = clocks.firstDay(facts);
    LocalDate last = clocks.lastDay(facts);
    String days = dates().days(first, last);
    if (facts.slots().everyDay()) {
      return days;
    }
    int held = byDay(facts, clocks).size();
    return held > ChronoUnit.DAYS.between(first, last)
        ? days
        : days + " · " + Texts.format(language(), "calendar.slots.days", held);
  }

  /** A line for each day of a session in slots, with its hours on the clocks of the reader. */
  List<String> slots(SessionFacts facts, ReaderClocks clocks) {
    List<String> lines = new ArrayList<>();
    if (!facts.slots().everyDay()) {
      byDay(facts, clocks)
          .forEach(
              (day, hours) ->
                  lines.add(
                      SlotLines.line(
                          WEEKDAY.withLocale(language().locale()).format(day)
                              + " "
                              + dates().date(day),
                          hours,
                          language())));
    }
    return lines;
  }

  /** The days on which a session in slots is held; none where it is held on all of its days. */
  Collection<LocalDate> heldOn(SessionFacts facts, ReaderClocks clocks) {
    return facts.slots().everyDay() ? List.of() : byDay(facts, clocks).keySet();
  }

  private Map<LocalDate, String> byDay(SessionFacts facts, ReaderClocks clocks) {
    return facts.days().stream()
        .map(day -> DaysOnClocks.of(List.of(day), clocks.of(facts)).get(0))
        .collect(
            Collectors.groupingBy(
                DaysOnClocks::first,
                TreeMap::new,
                Collectors.mapping(this::hours, Collectors.joining(SlotLines.comma(language())))));
  }

  private String hours(SessionFacts facts, ReaderClocks clocks) {
    if (facts.slots().everyDay()) {
      return hours(clocks.hours(facts));
    }
    Map<LocalDate, String> days = byDay(facts, clocks);
    return Set.copyOf(days.values()).size() == 1
        ? days.values().iterator().next()
        : Texts.format(language(), "calendar.slots.count", facts.days().size());
  }

  /** Days and hours with the zone of both: what a row of the agenda says. */
  String when(SessionFacts facts, ReaderClocks clocks) {
    return days(facts, clocks)
        + " · "
        + hours(facts, clocks)
        + " ("
        + zone(clocks.of(facts), facts)
        + ")";
  }

  /** The same at the venue, or null where the reader sees that already. */
  String atVenue(SessionFacts facts, ReaderClocks clocks) {
    return clocks.elsewhere(facts)
        ? Texts.format(language(), "calendar.venue.time", when(facts, new ReaderClocks(null)))
        : null;
  }

  /** Hours of its days; where clocks change meanwhile, from when others. */
  String hours(List<DaysOnClocks> stretches) {
    return stretches.stream()
        .map(
            each ->
                each == stretches.get(0)
                    ? hours(each)
                    : Texts.format(
                        language(), "calendar.hours.from", dates().date(each.first()), hours(each)))
        .collect(Collectors.joining("; "));
  }

  private String hours(DaysOnClocks each) {
    return each.overnight() == 0
        ? span(each.start(), each.end())
        : Texts.format(language(), "calendar.hours.overnight", span(each.start(), each.end()));
  }

  private static String span(LocalTime from, LocalTime until) {
    return HOURS.format(from) + "–" + HOURS.format(until);
  }

  private String zone(ZoneId zone, SessionFacts facts) {
    return ZoneNames.city(zone, language()) + ", " + ZoneNames.offset(zone, facts.startsAt());
  }

  private Dates dates() {
    return new Dates(language());
  }

  private String text(String key) {
    return Texts.text(language(), key);
  }

  private Language language() {
    return language.get();
  }
}
