package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.portolan.attendance.AttendanceRefused;
import org.portolan.attendance.Attendee;
import org.portolan.attendance.Guest;
import org.portolan.attendance.HalfDay;
import org.portolan.attendance.Mark;
import org.portolan.attendance.Presence;
import org.portolan.attendance.Roll;
import org.portolan.attendance.RollCall;
import org.portolan.attendance.RollPerson;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.TypedLine;

/**
 * The page on which the roll of a session is called. Without scripts it is a form for one half-day;
 * with them every tick is noted at once, with the network or without.
 */
@Named
@RequestScoped
public class RollCallBean {
  private static final String HALF = "\\d{4}-\\d{2}-\\d{2}-[ap]m";

  @Inject private RollCall service;
  @Inject private CurrentLanguage language;
  @Inject private RollOrder order;
  @Inject private CurrentPerson me;
  @Inject private Formats formats;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private long id;
  private Roll roll;
  private HalfDay half;
  private String refusal;
  private Guest guest = Guest.typed(UUID.randomUUID().toString(), "", "", "");
  private Map<Attendee, Presence> typed = Map.of();
  private String reason = "";
  private String signer = "";
  private Map<String, String> problems = Map.of();
  private String saved;
  private Attendee badge;
  private List<Mark> trace = List.of();

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String number = request.getParameter("id");
    if (number == null || !number.matches("\\d{1,18}")) {
      throw new NotFound("session");
    }
    id = Long.parseLong(number);
    if (request.getMethod().equals("POST")) {
      String done = act(request);
      if (done != null) {
        external.redirect(
            "/desk/session/" + id + "/roll-call?half=" + code(request) + "&saved=" + done);
        return;
      }
    }
    saved = request.getParameter("saved");
    badge = Attendee.of(request.getParameter("who")).orElse(null);
    roll = service.find(id, language.get());
    half = chosen(code(request));
    trace = half == null ? List.of() : service.trace(id, half.code());
  }

  /** A word for what was done, or null where something stands in the way. */
  private String act(HttpServletRequest request) {
    try {
      switch (String.valueOf(request.getParameter("do"))) {
        case "guest" -> {
          return register(request);
        }
        case "match" -> {
          service.match(
              id, String.valueOf(request.getParameter("guest")), request.getParameter("email"));
          return "matched";
        }
        case "badge" -> {
          Attendee who = service.noteBadge(id, code(request), request.getParameter("badge"));
          return "badge&who=" + who.code();
        }
        case "sign" -> {
          signer = TypedLine.of(request.getParameter("signer"));
          service.sign(id, signer, request.getParameter("seen"));
          return "signed";
        }
        default -> {
          typed = ticked(request);
          reason = TypedLine.of(request.getParameter("reason"));
          service.note(id, code(request), typed, reason);
          return "marks";
        }
      }
    } catch (AttendanceRefused refused) {
      refusal = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return null;
    }
  }

  private String register(HttpServletRequest request) {
    // the form names whom it writes down, so that it does so once however often it is sent
    String named = request.getParameter("as");
    guest =
        Guest.typed(
            Attendee.of("g" + named).isPresent() ? named : guest.id(),
            request.getParameter("name"),
            request.getParameter("administration"),
            request.getParameter("email"));
    problems = guest.problems();
    if (!problems.isEmpty()) {
      return null;
    }
    service.register(id, guest);
    return "guest";
  }

  private static Map<Attendee, Presence> ticked(HttpServletRequest request) {
    Map<Attendee, Presence> ticked = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) ->
                Attendee.of(name.startsWith("at-") ? name.substring(3) : "")
                    .ifPresent(
                        who ->
                            Presence.of(values[0])
                                .ifPresent(presence -> ticked.put(who, presence))));
    return ticked;
  }

  private static String code(HttpServletRequest request) {
    String code = request.getParameter("half");
    return code != null && code.matches(HALF) ? code : "";
  }

  /** The one that was asked for, else the last that has begun, else the first. */
  private HalfDay chosen(String code) {
    HalfDay chosen = null;
    for (HalfDay each : roll.halves()) {
      if (each.code().equals(code)) {
        return each;
      }
      if (chosen == null || !each.startsAt().isAfter(clock.instant())) {
        chosen = each;
      }
    }
    return chosen;
  }

  public Roll getRoll() {
    return roll;
  }

  /** The half-day that is shown; null where the session has none. */
  public HalfDay getHalf() {
    return half;
  }

  public String name(HalfDay each) {
    return name(each.code());
  }

  /** Of the half-day for which a mark was made, whether or not the session is held then. */
  public String half(Mark mark) {
    return mark.sent().half().matches(HALF) ? name(mark.sent().half()) : mark.sent().half();
  }

  private String name(String code) {
    int end = code.lastIndexOf('-');
    return texts.of("attendance.half" + code.substring(end).replace('-', '.'), day(code, end));
  }

  private String day(String code, int end) {
    try {
      return formats.date(LocalDate.parse(code.substring(0, end)));
    } catch (DateTimeException e) {
      // a tablet may send any figures
      return code.substring(0, end);
    }
  }

  public Presence[] getPresences() {
    return Presence.values();
  }

  /** What was ticked a moment ago and not kept, else what is. */
  public boolean ticked(RollPerson person, Presence presence) {
    Presence chosen = typed.get(person.attendee());
    if (chosen != null) {
      return chosen == presence;
    }
    return roll.mark(person.attendee(), half.code())
        .filter(mark -> mark.sent().presence() == presence)
        .isPresent();
  }

  /** When somebody checked in at the door, where that is what holds; else null. */
  public LocalTime door(RollPerson person) {
    return roll.mark(person.attendee(), half.code())
        .filter(Mark::atTheDoor)
        .map(mark -> roll.time(mark))
        .orElse(null);
  }

  /** What the order of the marks of each device proves, in words. */
  public List<String> getOrder() {
    return order.lines(roll.devices());
  }

  /** All marks of the half-day that is shown, whether or not they hold. */
  public List<Mark> getTrace() {
    return trace;
  }

  public boolean holds(Mark mark) {
    return roll.mark(mark.attendee(), mark.sent().half()).filter(mark::equals).isPresent();
  }

  /** Of whom a mark of the trace is; empty for one who is on the roll no more. */
  public String who(Mark mark) {
    return name(mark.attendee());
  }

  /** Whose badge was just scanned; null where none was. */
  public String getScanned() {
    return "badge".equals(saved) && badge != null ? name(badge) : null;
  }

  private String name(Attendee who) {
    return roll.people().stream()
        .filter(person -> person.attendee().equals(who))
        .map(RollPerson::name)
        .findFirst()
        .orElse("–");
  }

  public String getRefusal() {
    return refusal;
  }

  /** The reason that was typed. */
  public String getReason() {
    return reason;
  }

  /** The name of a trainer that was typed. */
  public String getSigner() {
    return signer;
  }

  public Guest getGuest() {
    return guest;
  }

  /** What is wrong with a field, or nothing. */
  public String problem(String field) {
    return problems.get(field);
  }

  /** A word for what was just done; null for none that is known. */
  public String getSaved() {
    return List.of("marks", "guest", "matched", "signed").contains(String.valueOf(saved))
        ? saved
        : null;
  }

  /** Of whose sign-in a tablet keeps what it noted apart. */
  public long getReader() {
    return me.id();
  }
}
