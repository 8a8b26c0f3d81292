package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.portolan.platform.i18n.Language;

/** What the views of the calendar show of a span of days: all of it at once, never in pages. */
@ApplicationScoped
public class CalendarViews {
  /** A busy region has hundreds in a year; whoever sees more sees nothing. */
  public static final int MOST = 1000;

  @Inject private SessionRepository sessions;
  @Inject private KeptFacts kept;
  @Inject private CalendarService calendar;
  @Inject private Instance<TimelineRows> rows;
  @Inject private Clock clock;

  /** Sessions of the days of this filter, soonest first, with their seats. */
  @Transactional
  public List<SessionSummary> within(SessionFilter filter, Language reader) {
    if (!calendar.unknown(filter).isEmpty()) {
      return List.of();
    }
    List<SessionSummary> found =
        calendar.summaries(kept.of(sessions.versions(filter, null, MOST)), reader);
    Instant now = clock.instant();
    return filter.open() ? found.stream().filter(each -> seatFor(each, now)).toList() : found;
  }

  /**
   * The same of some centres only, without seats where nobody asked for them.
   *
   * @param centres codes, or null for all
   */
  @Transactional
  public List<SessionSummary> timeline(
      SessionFilter filter, Collection<String> centres, Language reader) {
    if (!calendar.unknown(filter).isEmpty() || centres != null && centres.isEmpty()) {
      return List.of();
    }
    List<SessionFacts> found = kept.of(sessions.versions(filter, centres, MOST));
    if (!filter.open()) {
      return calendar.withoutSeats(found, reader);
    }
    Instant now = clock.instant();
    return calendar.summaries(found, reader).stream().filter(each -> seatFor(each, now)).toList();
  }

  /** Further kinds of rows that whoever asks may see. */
  public List<TimelineRows> rows() {
    return rows.stream().filter(TimelineRows::open).toList();
  }

  /** Today on the clocks of a zone. */
  public LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  static boolean seatFor(SessionSummary session, Instant now) {
    return session.openAt(now) && session.entry().seat();
  }
}
