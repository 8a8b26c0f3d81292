package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.approval.Step;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.Copied;
import org.portolan.calendar.HolidayWarning;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.NotPossible;
import org.portolan.calendar.OwnSession;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.Timing;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;

/** The form in which a centre plans a session; keeps everything as it was typed. */
@Named("deskSession")
@RequestScoped
public class DeskSessionBean {
  private static final List<String> FIELDS =
      List.of(
          "centre",
          "course",
          "timing",
          "firstDay",
          "lastDay",
          "start",
          "end",
          "venue",
          "room",
          "seats",
          "languages",
          "approval",
          "donor");
  private static final List<String> CHOICES =
      List.of("centre", "course", "timing", "languages", "donor");
  private static final String ALREADY_PUBLISHED = "calendar.refused.published";
  private static final int NO_VERSION = -1;

  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private PlanWords words;
  @Inject private Idempotency idempotency;
  @Inject private CurrentPerson me;
  @Inject private HistoryLines lines;

  private SessionSummary session;
  private int version;
  private int opened = NO_VERSION;
  private String once = UUID.randomUUID().toString();
  private boolean changed;
  private Copied copied;
  private List<HolidayWarning> holidays;
  private List<HistoryLines.Line> history;
  private List<CourseTitle> courses;
  private Set<String> centres;
  private Map<String, String> problems = new LinkedHashMap<>();

  private String centre;
  private String course;
  private String timing = Timing.DATED.code();
  private String firstDay;
  private String lastDay;
  private String start = "09:00";
  private String end = "16:30";
  private String venue;
  private String room;
  private String seats = "24";
  private String[] languages = {};
  private Map<String, Object> asked = new HashMap<>();
  private Map<String, Object> days = new HashMap<>();
  private String donor;
  private List<BodySummary> donors;
  private boolean online;

  @PostConstruct
  void read() {
    centres = calendar.myCentres();
    if (centres.isEmpty()) {
      throw new NotAllowed();
    }
    centre = centres.iterator().next();
    show(Chain.COORDINATOR);
    if (parameters.get("id") != null) {
      load();
      show(session.facts());
    }
  }

  private void load() {
    OwnSession own = calendar.getOwn(parameters.number("id", 0), language.get());
    session = own.summary();
    version = own.version();
  }

  public void saveDraft() {
    save(isPublished() ? "saved" : "draft", id -> {});
  }

  public void publish() {
    save("published", calendar::publish);
  }

  public void cancel() {
    if (session == null) {
      throw new NotFound("session to cancel");
    }
    try {
      calendar.cancel(session.id());
      goTo("/desk/centre?done=cancelled");
    } catch (NotPossible e) {
      problems.put("form", texts.get(e.key()));
    }
  }

  private void save(String done, LongConsumer then) {
    if (FacesContext.getCurrentInstance().getResponseComplete()) {
      // both buttons were sent: the first has been answered
      return;
    }
    problems.clear();
    try {
      long id = keep(plan());
      try {
        then.accept(id);
        goToList(done, id);
      } catch (NotPossible e) {
        refused(e, id, done);
      }
    } catch (InvalidPlan e) {
      problems.putAll(words.of(e));
    } catch (NotPossible e) {
      problems.put("form", texts.get(e.key()));
    } catch (ChangedMeanwhile e) {
      changed = true;
      // whoever has been told and saves again has decided
      load();
    }
  }

  private long keep(SessionPlan plan) {
    String kept =
        idempotency.once(
            me.id(),
            "plan " + (session == null ? centre : session.id()),
            once,
            opened + " " + plan,
            () -> {
              if (session == null) {
                return String.valueOf(calendar.draft(centre, plan));
              }
              calendar.update(session.id(), opened, plan);
              return String.valueOf(session.id());
            });
    return Long.parseLong(kept);
  }

  /** The plan is kept, but not published. */
  private void refused(NotPossible why, long id, String done) {
    if (why.key().equals(ALREADY_PUBLISHED)) {
      // the same form was sent twice
      goToList(done, id);
    } else if (session == null) {
      // going on from here must not make a second draft
      goTo(
          "/desk/centre/session/"
              + id
              + "?refused="
              + why.key().substring(why.key().lastIndexOf('.') + 1));
    } else {
      problems.put("form", texts.get(why.key()));
      load();
    }
  }

  private SessionPlan plan() {
    return new SessionPlan(
        parsed(course, Long::valueOf),
        Timing.of(timing).orElse(null),
        parsed(firstDay, LocalDate::parse),
        parsed(lastDay, LocalDate::parse),
        parsed(start, LocalTime::parse),
        parsed(end, LocalTime::parse),
        venue,
        room,
        parsed(seats, Integer::valueOf),
        List.of(languages == null ? new String[] {} : languages),
        chain(),
        donor == null || donor.isEmpty() ? null : donor,
        online);
  }

  private void show(Chain chain) {
    for (Approver each : Approver.values()) {
      asked.put(each.code(), chain.asks(each));
      days.put(
          each.code(), String.valueOf(chain.step(each).map(Step::days).orElse(Step.USUAL_DAYS)));
    }
  }

  /** Null where somebody is asked who has no number of days. */
  private Chain chain() {
    List<Step> steps = new ArrayList<>();
    for (Approver each : Approver.values()) {
      if (Boolean.TRUE.equals(asked.get(each.code()))) {
        Integer typed = parsed((String) days.get(each.code()), Integer::valueOf);
        Step step = new Step(each, typed == null ? 0 : typed);
        if (!step.possible()) {
          return null;
        }
        steps.add(step);
      }
    }
    return new Chain(steps);
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
    timing = facts.timing().code();
    if (facts.dated()) {
      firstDay = facts.firstDay().toString();
      lastDay = facts.lastDay().toString();
      start = facts.dayStart().toString();
      end = facts.dayEnd().toString();
    }
    venue = facts.venue();
    room = facts.room();
    seats = facts.standing() ? "" : String.valueOf(facts.seats());
    languages = facts.languages().split(" ");
    show(facts.approval());
    donor = facts.donor();
    online = facts.online();
  }

  /** The list says what was done, and of holidays in the days of this session. */
  private static void goToList(String done, long id) {
    goTo("/desk/centre?done=" + done + "&of=" + id);
  }

  private static void goTo(String address) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holidays in the days that are kept; none for a new session. */
  public List<HolidayWarning> getHolidays() {
    if (holidays == null) {
      // Faces asks for them again and again
      holidays = session == null ? List.of() : calendar.holidays(session.id());
    }
    return holidays;
  }

  /** What the session was made a copy of a moment ago, else null. */
  public Copied getCopied() {
    long of = parameters.number("of", 0);
    if (copied == null && of > 0 && session != null) {
      copied = calendar.copied(of, session.id());
    }
    return copied;
  }

  /** What was done to the session; empty for a new one. */
  public List<HistoryLines.Line> getHistory() {
    if (history == null) {
      // Faces asks for it again and again
      history = session == null ? List.of() : lines.of(calendar.history(session.id()));
    }
    return history;
  }

  public boolean isNew() {
    return session == null;
  }

  /** Nobody has to choose a centre: there is one session or one centre. */
  public boolean isCentreKnown() {
    return session != null || centres.size() == 1;
  }

  /**
   * Whether a button is there. While a form is taken in all are: it may come from a page that shows
   * an older state, and is to be told so.
   */
  public boolean offers(String state) {
    return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
        || state.equals(session == null ? "draft" : session.facts().state().code());
  }

  /** Whether somebody else changed the session while it was being planned. */
  public boolean isChanged() {
    return changed;
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
    nameWrongChoices();
    String refused = parameters.get("refused");
    if (problems.isEmpty() && "past".equals(refused) && isDraft()) {
      return Map.of("form", texts.get("calendar.refused.past"));
    }
    return problems;
  }

  /** What is no value of a list is refused by Faces, before anything here is asked. */
  private void nameWrongChoices() {
    FacesContext faces = FacesContext.getCurrentInstance();
    for (String field : CHOICES) {
      if (!faces.getMessageList(field).isEmpty()) {
        problems.putIfAbsent(field, texts.get("calendar.problem." + field));
      }
    }
  }

  /** Fields that are wrong, in the order of the form. */
  public List<String> getWrongFields() {
    return FIELDS.stream().filter(getProblems()::containsKey).toList();
  }

  public String fieldClass(String field) {
    return getProblems().containsKey(field) ? "field bad" : "field";
  }

  public List<String> getCentres() {
    return List.copyOf(centres);
  }

  /** All courses of the platform: a centre gives courses of others, too. */
  public List<CourseTitle> getCourses() {
    // Faces asks for them again and again
    if (courses == null) {
      courses = new ArrayList<>(catalog.all(language.get()));
      // one that was retired since stays what this session is of
      if (session != null
          && courses.stream().noneMatch(each -> each.id() == session.facts().courseId())) {
        courses.add(0, session.course());
      }
    }
    return courses;
  }

  public List<Language> getAllLanguages() {
    return Arrays.asList(Language.values());
  }

  /** The state that the form shows, or of which it has told. */
  public String getVersion() {
    return String.valueOf(version);
  }

  public void setVersion(String value) {
    opened = value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : NO_VERSION;
  }

  /** What this form is called, so that sent twice it is taken once. */
  public String getOnce() {
    return once;
  }

  public void setOnce(String value) {
    once = value;
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

  public String getTiming() {
    return timing;
  }

  public void setTiming(String value) {
    timing = value;
  }

  public List<Timing> getTimings() {
    return Arrays.asList(Timing.values());
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

  /** Which approvers are asked, by their codes. */
  public Map<String, Object> getAsked() {
    return asked;
  }

  /** How many days each has, as it was typed, by their codes. */
  public Map<String, Object> getDays() {
    return days;
  }

  public String getDonor() {
    return donor;
  }

  public void setDonor(String value) {
    donor = value;
  }

  /** Bodies that may pay for a session. */
  public List<BodySummary> getDonors() {
    if (donors == null) {
      donors =
          directory.bodies(language.get()).stream()
              .filter(body -> body.kind() == BodyKind.DONOR)
              .toList();
    }
    return donors;
  }

  public boolean isOnline() {
    return online;
  }

  public void setOnline(boolean value) {
    online = value;
  }
}
