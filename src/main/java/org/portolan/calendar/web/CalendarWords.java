package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.SlotLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** What every list of sessions says of each: its place, its state in words, how to show that. */
@Named("calendarWords")
@RequestScoped
public class CalendarWords {
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Clock clock;

  public String centre(String code) {
    return directory.findCentre(code).map(centre -> centre.name().in(language.get())).orElse(code);
  }

  public String zone(String code) {
    return directory.findCentre(code).map(CentreSummary::zone).orElse("");
  }

  public String city(String code) {
    return directory.findCentre(code).map(CentreSummary::city).orElse("");
  }

  /** One of the words of the style sheet for a state. */
  public String look(SessionSummary session) {
    if (session.facts().state() == SessionState.CANCELLED) {
      return "no";
    }
    if (begun(session) || closed(session)) {
      return "";
    }
    return session.facts().state() == SessionState.DRAFT
            || session.facts().undated()
            || full(session)
        ? "wait"
        : "ok";
  }

  /** Address of the sign that goes with the state. */
  public String icon(SessionSummary session) {
    return "/resources/portolan/sprite.svg#" + sign(session);
  }

  private String sign(SessionSummary session) {
    return switch (look(session)) {
      case "no" -> "refused";
      case "" -> "clock";
      case "wait" -> session.facts().state() == SessionState.DRAFT ? "edit" : "clock";
      default -> "done";
    };
  }

  public String state(SessionSummary session) {
    if (session.facts().state() != SessionState.PUBLISHED) {
      return texts.get("calendar.state." + session.facts().state().code());
    }
    if (closed(session)) {
      return texts.get("calendar.state.closed");
    }
    if (!session.facts().dated()) {
      return when(session.facts());
    }
    if (begun(session)) {
      return texts.get("calendar.state.begun");
    }
    return session.left() == 0 && !full(session)
        ? texts.get("catalog.seats.more")
        : texts.of("calendar.seats.left", session.left());
  }

  private static boolean full(SessionSummary session) {
    return !session.entry().seat();
  }

  /** The days of a session, or why it has none. */
  public String when(SessionFacts facts) {
    return facts.undated()
        ? texts.get("calendar.undated")
        : new Dates(language.get()).days(facts.firstDay(), facts.lastDay());
  }

  /** A line for each day of a session in slots, on the clocks of its centre; else none. */
  public List<String> slots(SessionFacts facts) {
    return SlotLines.of(facts.slots(), language.get());
  }

  /** The state alone, for lists that tell the seats elsewhere. */
  public String stateAlone(SessionSummary session) {
    String state = begun(session) ? "begun" : session.facts().state().code();
    return texts.get("calendar.state." + (closed(session) ? "closed" : state));
  }

  private boolean begun(SessionSummary session) {
    return session.facts().state() == SessionState.PUBLISHED
        && session.facts().begunAt(clock.instant());
  }

  /** Takes no more applications, though it has not begun. */
  public boolean closed(SessionSummary session) {
    return session.facts().closedAt(clock.instant());
  }

  /** The same of each of them, for what is kept of a list. */
  public List<Boolean> whichClosed(List<SessionSummary> sessions) {
    return sessions.stream().map(this::closed).toList();
  }

  public boolean open(SessionSummary session) {
    return session.openAt(clock.instant());
  }
}
