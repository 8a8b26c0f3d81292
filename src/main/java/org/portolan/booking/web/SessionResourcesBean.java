package org.portolan.booking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.booking.BookingRefused;
import org.portolan.booking.BookingSummary;
import org.portolan.booking.BookingWish;
import org.portolan.booking.Bookings;
import org.portolan.booking.Conflict;
import org.portolan.booking.InvalidBooking;
import org.portolan.booking.ResourceKind;
import org.portolan.booking.ResourceSummary;
import org.portolan.booking.Suggestions;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.OwnSession;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.web.Typed;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** What a session has booked, and the form in which its centre books more. */
@Named("sessionResources")
@RequestScoped
public class SessionResourcesBean {
  private static final Set<String> DONE = Set.of("booked", "noted", "released");

  @Inject private Bookings bookings;
  @Inject private CalendarService calendar;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Formats formats;
  @Inject private BookingWords words;

  private long id;
  private OwnSession session;
  private List<BookingSummary> all;
  private List<ResourceSummary> bookable;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private BookingRefused refused;
  private Suggestions suggestions;

  public void open() throws IOException {
    id = parameters.number("id", 0);
    session = calendar.getOwn(id, language.get());
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      take(external);
    }
    all = bookings.ofSession(id, language.get());
    bookable = bookings.bookable(id);
  }

  private void take(ExternalContext external) throws IOException {
    values.putAll(external.getRequestParameterMap());
    String asked = value("do");
    try {
      switch (asked) {
        case "release" -> {
          bookings.release(id, parameters.number("booking", 0));
          external.redirect(here("released"));
        }
        case "book" -> book(external);
        default -> throw new NotFound("a button " + asked);
      }
    } catch (InvalidBooking e) {
      e.problems().forEach((field, key) -> problems.put(field, texts.get(key)));
    }
  }

  private void book(ExternalContext external) throws IOException {
    Long resource = Typed.read(value("resource"), Long::valueOf);
    if (resource == null) {
      problems.put("resource", texts.get("booking.problem.resource"));
      return;
    }
    BookingWish wish =
        new BookingWish(
            id,
            resource,
            value("amount").isEmpty() ? Integer.valueOf(1) : number("amount"),
            minutes("setup"),
            minutes("clear"),
            value("reason"));
    try {
      List<Conflict> noted = bookings.book(wish, language.get());
      external.redirect(here(noted.isEmpty() || !wish.reason().isEmpty() ? "booked" : "noted"));
    } catch (BookingRefused e) {
      refused = e;
      if (e.kind() == BookingRefused.Kind.TAKEN || e.kind() == BookingRefused.Kind.REASON) {
        suggestions = bookings.suggestions(wish);
      }
    }
  }

  /** What cannot be read is no number that anything has. */
  private Integer number(String field) {
    return Typed.read(value(field), Integer::valueOf);
  }

  private Integer minutes(String field) {
    Integer read = number(field);
    return read == null && !value(field).isEmpty() ? Integer.valueOf(-1) : read;
  }

  private String here(String done) {
    return "/desk/centre/session/" + id + "/resources?done=" + done;
  }

  public long getId() {
    return id;
  }

  public OwnSession getSession() {
    return session;
  }

  /** Whether anything can be booked for it: it has days and takes place. */
  public boolean isOpen() {
    SessionFacts facts = session.facts();
    return facts.dated() && !facts.state().code().equals("cancelled");
  }

  public List<BookingSummary> getAll() {
    return all;
  }

  /** Whether one of them lost its times to somebody else. */
  public boolean isDisplaced() {
    return isOpen() && all.stream().anyMatch(each -> !each.held());
  }

  public boolean isAnything() {
    return !bookable.isEmpty();
  }

  /** The kinds of what can be booked, in their order. */
  public List<ResourceKind> getKinds() {
    return Arrays.stream(ResourceKind.values())
        .filter(kind -> bookable.stream().anyMatch(each -> each.kind() == kind))
        .toList();
  }

  /** What can be booked of a kind, with what it is good for. */
  public List<Choice> choices(ResourceKind kind) {
    return bookable.stream()
        .filter(each -> each.kind() == kind)
        .map(
            each ->
                new Choice(
                    String.valueOf(each.id()),
                    words.about(each).isEmpty()
                        ? each.name()
                        : each.name() + " (" + words.about(each) + ")",
                    String.valueOf(each.id()).equals(value("resource"))))
        .toList();
  }

  /** What was typed in a field of the form. */
  public String value(String field) {
    String value = values.get(field);
    return value == null ? "" : value.strip();
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public List<String> getWrong() {
    return List.copyOf(problems.keySet());
  }

  public BookingRefused getRefused() {
    return refused;
  }

  /** Whether it can be booked by who says why. */
  public boolean isReasonWanted() {
    return refused != null && refused.kind() == BookingRefused.Kind.REASON;
  }

  public List<ResourceSummary> getFree() {
    return suggestions == null ? List.of() : suggestions.free();
  }

  /** In which other weeks it is free, in words: the day on which the session would begin. */
  public List<String> getWeeks() {
    return suggestions == null
        ? List.of()
        : suggestions.weeks().stream()
            .map(week -> session.facts().firstDay().plusWeeks(week))
            .map(formats::date)
            .toList();
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) && problems.isEmpty() && refused == null
        ? done
        : null;
  }
}
