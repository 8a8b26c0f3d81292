package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.portolan.calendar.CalendarViews;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionState;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * A screen in the hall of an academy: what is held now, later today and in the days to come, and in
 * which room. It asks again by itself, each time in the next of the languages of the centre.
 */
@Named("signagePage")
@RequestScoped
public class SignageBean {
  private static final int DAYS_AHEAD = 6;

  /** As many as a screen shows in large letters. */
  private static final int MOST_TODAY = 8;

  private static final int MOST_LATER = 10;

  @Inject private PageParameters parameters;
  @Inject private CalendarViews views;
  @Inject private SessionWords words;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Clock clock;

  private CentreSummary centre;
  private LocalDateTime now;
  private List<Line> running;
  private List<Line> today;
  private List<Line> later;

  /** A session on a day, and where in the house it is. */
  public record Line(LocalDate day, ShownSession session, String room) {}

  @PostConstruct
  void read() {
    String code = String.valueOf(parameters.get("centre"));
    centre = directory.findCentre(code).orElseThrow(() -> new NotFound("centre " + code));
    FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Refresh", refresh());
    now = LocalDateTime.ofInstant(clock.instant(), ZoneId.of(centre.zone()));
    LocalDate day = now.toLocalDate();
    LocalDate last = day.plusDays(DAYS_AHEAD);
    DayPlan plan =
        new DayPlan(
            views.timeline(SessionFilter.ofCentre(code, day, last), null, language.get()),
            new ReaderClocks(null),
            day,
            last);
    running = new ArrayList<>();
    today = new ArrayList<>();
    later = new ArrayList<>();
    for (DayPlan.Held held : plan.on(day)) {
      if (held.until().isAfter(now.toLocalTime())) {
        (runs(held) ? running : today).add(line(day, List.of(held)));
      }
    }
    for (LocalDate next = day.plusDays(1); !next.isAfter(last); next = next.plusDays(1)) {
      for (List<DayPlan.Held> held : plan.sessions(next)) {
        // what goes on for days is announced once
        if (!heldOn(held.get(0).session().facts(), next.minusDays(1))) {
          later.add(line(next, held));
        }
      }
    }
  }

  private boolean runs(DayPlan.Held held) {
    return held.session().facts().state() != SessionState.CANCELLED
        && !held.from().isAfter(now.toLocalTime());
  }

  private static boolean heldOn(SessionFacts facts, LocalDate day) {
    return facts.slots().everyDay()
        ? !facts.firstDay().isAfter(day)
        : facts.meetingDays().contains(day);
  }

  private Line line(LocalDate day, List<DayPlan.Held> held) {
    SessionFacts facts = held.get(0).session().facts();
    String room = facts.place().room().isEmpty() ? facts.place().venue() : facts.place().room();
    return new Line(
        day, words.on(held, new ReaderClocks(null)), facts.online() ? words.place(facts) : room);
  }

  public String getName() {
    return centre.name().in(language.get());
  }

  public LocalDate getDay() {
    return now.toLocalDate();
  }

  public LocalTime getTime() {
    return now.toLocalTime();
  }

  public List<Line> getRunning() {
    return limited(running, MOST_TODAY);
  }

  public List<Line> getToday() {
    return limited(today, Math.max(0, MOST_TODAY - running.size()));
  }

  public List<Line> getLater() {
    return limited(later, MOST_LATER);
  }

  private static List<Line> limited(List<Line> lines, int most) {
    return lines.subList(0, Math.min(most, lines.size()));
  }

  /** After how many seconds it is asked for again, and where: in the next language. */
  private String refresh() {
    List<Language> all = Language.list(centre.languages());
    int at = all.indexOf(language.get());
    String next = all.isEmpty() ? language.getCode() : all.get((at + 1) % all.size()).code();
    return "30; url=/calendar/signage/" + centre.code() + "?lang=" + next;
  }
}
