package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portolan.calendar.BlockedTime;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.DeskFilter;
import org.portolan.calendar.HolidayWarning;
import org.portolan.calendar.SessionRooms;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.TightRoom;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.LazyRows;
import org.portolan.platform.web.PageParameters;

/** The sessions of the centres for which somebody works. */
@Named("deskSessions")
@RequestScoped
public class DeskSessionsBean {
  private static final Set<String> DONE =
      Set.of("draft", "published", "saved", "cancelled", "unchecked");

  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private SessionRooms rooms;
  @Inject private CalendarWords words;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private Set<String> centres;
  private DeskFilter filter;
  private List<HolidayWarning> holidays;
  private List<BlockedTime> blocks;
  private Optional<TightRoom> tight;
  private LazyRows<SessionSummary> rows;

  @PostConstruct
  void read() {
    centres = calendar.myCentres();
    if (centres.isEmpty()) {
      throw new NotAllowed();
    }
    filter =
        new DeskFilter(parameters.get("words"), parameters.get("centre"), parameters.get("state"));
    rows =
        new LazyRows<>(
            () -> calendar.countOfMyCentres(filter, language.get()),
            slice -> calendar.ofMyCentres(filter, slice, language.get()));
  }

  public LazyRows<SessionSummary> getRows() {
    return rows;
  }

  public DeskFilter getFilter() {
    return filter;
  }

  public List<Choice> getStates() {
    return Arrays.stream(SessionState.values())
        .map(
            state ->
                new Choice(
                    state.code(),
                    texts.get("calendar.state." + state.code()),
                    state.code().equals(filter.state())))
        .toList();
  }

  public List<Choice> getCentres() {
    return centres.stream()
        .map(code -> new Choice(code, words.centre(code), code.equals(filter.centre())))
        .toList();
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  /** Holidays in the days of the session that was saved a moment ago. */
  public List<HolidayWarning> getHolidays() {
    long of = parameters.number("of", 0);
    if (holidays == null) {
      // Faces asks for them again and again
      holidays = of == 0 || getDone() == null ? List.of() : calendar.holidays(of);
    }
    return holidays;
  }

  /** What blocks days of the session that was saved a moment ago. */
  public List<BlockedTime> getBlocks() {
    long of = parameters.number("of", 0);
    if (blocks == null) {
      blocks = of == 0 || getDone() == null ? List.of() : calendar.blocks(of);
    }
    return blocks;
  }

  /** The room that is too small for the session that was saved a moment ago, or null. */
  public TightRoom getTight() {
    long of = parameters.number("of", 0);
    if (tight == null) {
      tight = of == 0 || getDone() == null ? Optional.empty() : rooms.tight(of);
    }
    return tight.orElse(null);
  }

  public boolean isManyCentres() {
    return centres.size() > 1;
  }

  public boolean changeable(SessionSummary session) {
    return session.facts().state() != SessionState.CANCELLED;
  }

  public boolean seen(SessionSummary session) {
    return session.facts().state() != SessionState.DRAFT;
  }
}
