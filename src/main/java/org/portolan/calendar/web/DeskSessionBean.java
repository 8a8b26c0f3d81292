package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.portolan.calendar.Approval;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.NotPossible;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.PageParameters;

/** The form in which a centre plans a session; keeps everything as it was typed. */
@Named("deskSession")
@RequestScoped
public class DeskSessionBean {
  private static final List<String> FIELDS =
      List.of(
          "centre",
          "course",
          "firstDay",
          "lastDay",
          "start",
          "end",
          "venue",
          "room",
          "seats",
          "languages",
          "approval");

  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private SessionSummary session;
  private Set<String> centres;
  private Map<String, String> problems = new LinkedHashMap<>();

  private String centre;
  private String course;
  private String firstDay;
  private String lastDay;
  private String start = "09:00";
  private String end = "16:30";
  private String venue;
  private String room;
  private String seats = "24";
  private String[] languages = {};
  private String approval = Approval.COORDINATOR.code();
  private boolean online;

  @PostConstruct
  void read() {
    centres = calendar.myCentres();
    if (centres.isEmpty()) {
      throw new NotAllowed();
    }
    centre = centres.iterator().next();
    if (parameters.get("id") != null) {
      session = calendar.getOwn(parameters.number("id", 0), language.get());
      show(session.facts());
    }
  }

  public void saveDraft() {
    save(isPublished() ? "saved" : "draft", id -> null);
  }

  public void publish() {
    save(
        "published",
        id -> {
          calendar.publish(id);
          return null;
        });
  }

  public void cancel() {
    try {
      calendar.cancel(session.id());
      goToList("cancelled");
    } catch (NotPossible e) {
      problems.put("form", texts.get(e.key()));
    }
  }

  private void save(String done, Function<Long, Void> then) {
    problems.clear();
    Long id = session == null ? null : session.id();
    try {
      SessionPlan plan = plan();
      if (id == null) {
        id = calendar.draft(centre, plan);
      } else {
        calendar.update(id, plan);
      }
      then.apply(id);
      goToList(done);
    } catch (InvalidPlan e) {
      e.problems().forEach((field, key) -> problems.put(field, texts.get(key)));
    } catch (NotPossible e) {
      problems.put("form", texts.get(e.key()));
      if (session == null && id != null) {
        // the draft is kept: going on from here must not make a second one
        goTo(
            "/desk/centre/session/"
                + id
                + "?refused="
                + e.key().substring(e.key().lastIndexOf('.') + 1));
      }
    }
  }

  private SessionPlan plan() {
    return new SessionPlan(
        parsed(course, Long::valueOf),
        parsed(firstDay, LocalDate::parse),
        parsed(lastDay, LocalDate::parse),
        parsed(start, LocalTime::parse),
        parsed(end, LocalTime::parse),
        venue,
        room,
        parsed(seats, Integer::valueOf),
        List.of(languages == null ? new String[] {} : languages),
        Approval.of(approval).orElse(null),
        online);
  }

  /** Null for what cannot be read: the plan then says what is missing. */
  private static <T> T parsed(String text, Function<String, T> parser) {
    try {
      return text == null || text.isBlank() ? null : parser.apply(text.strip());
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private void show(SessionFacts facts) {
    centre = facts.centreCode();
    course = String.valueOf(facts.courseId());
    firstDay = facts.firstDay().toString();
    lastDay = facts.lastDay().toString();
    start = facts.dayStart().toString();
    end = facts.dayEnd().toString();
    venue = facts.venue();
    room = facts.room();
    seats = String.valueOf(facts.seats());
    languages = facts.languages().split(" ");
    approval = facts.approval().code();
    online = facts.online();
  }

  private static void goToList(String done) {
    goTo("/desk/centre?done=" + done);
  }

  private static void goTo(String address) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isNew() {
    return session == null;
  }

  /** Nobody has to choose a centre: there is one session or one centre. */
  public boolean isCentreKnown() {
    return session != null || centres.size() == 1;
  }

  public boolean isDraft() {
    return session == null || session.facts().state() == SessionState.DRAFT;
  }

  public boolean isPublished() {
    return session != null && session.facts().state() == SessionState.PUBLISHED;
  }

  public boolean isCancelled() {
    return session != null && session.facts().state() == SessionState.CANCELLED;
  }

  public SessionSummary getSession() {
    return session;
  }

  public Map<String, String> getProblems() {
    String refused = parameters.get("refused");
    if (problems.isEmpty() && "past".equals(refused) && isDraft()) {
      return Map.of("form", texts.get("calendar.refused.past"));
    }
    return problems;
  }

  /** Fields that are wrong, in the order of the form. */
  public List<String> getWrongFields() {
    return FIELDS.stream().filter(problems::containsKey).toList();
  }

  public String fieldClass(String field) {
    return problems.containsKey(field) ? "field bad" : "field";
  }

  public List<String> getCentres() {
    return List.copyOf(centres);
  }

  /** All courses of the platform: a centre gives courses of others, too. */
  public List<CourseTitle> getCourses() {
    return catalog.all(language.get());
  }

  public List<Language> getAllLanguages() {
    return Arrays.asList(Language.values());
  }

  public String getCentre() {
    return centre;
  }

  public void setCentre(String value) {
    centre = value;
  }

  public String getCourse() {
    return course;
  }

  public void setCourse(String value) {
    course = value;
  }

  public String getFirstDay() {
    return firstDay;
  }

  public void setFirstDay(String value) {
    firstDay = value;
  }

  public String getLastDay() {
    return lastDay;
  }

  public void setLastDay(String value) {
    lastDay = value;
  }

  public String getStart() {
    return start;
  }

  public void setStart(String value) {
    start = value;
  }

  public String getEnd() {
    return end;
  }

  public void setEnd(String value) {
    end = value;
  }

  public String getVenue() {
    return venue;
  }

  public void setVenue(String value) {
    venue = value;
  }

  public String getRoom() {
    return room;
  }

  public void setRoom(String value) {
    room = value;
  }

  public String getSeats() {
    return seats;
  }

  public void setSeats(String value) {
    seats = value;
  }

  public String[] getLanguages() {
    return languages.clone();
  }

  public void setLanguages(String[] value) {
    languages = value == null ? new String[] {} : value.clone();
  }

  public String getApproval() {
    return approval;
  }

  public void setApproval(String value) {
    approval = value;
  }

  public boolean isOnline() {
    return online;
  }

  public void setOnline(boolean value) {
    online = value;
  }
}
