package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portolan.calendar.DaysOnClocks;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/** Puts sessions into the words of the reader, on the clocks that the reader chose. */
@RequestScoped
class SessionWords {
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

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

  ShownSession on(DayPlan.Held held, ReaderClocks clocks) {
    SessionFacts facts = held.session().facts();
    return new ShownSession(
        held.session().id(),
        held.session().course().title(),
        held.session().course().language(),
        look(facts),
        state(facts),
        span(held.from(), held.until()),
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

  /** Its days on the clocks of the reader, without hours. */
  String days(SessionFacts facts, ReaderClocks clocks) {
    return dates().days(clocks.firstDay(facts), clocks.lastDay(facts));
  }

  /** Days and hours with the zone of both: what a row of the agenda says. */
  String when(SessionFacts facts, ReaderClocks clocks) {
    return days(facts, clocks)
        + " · "
        + hours(clocks.hours(facts))
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
