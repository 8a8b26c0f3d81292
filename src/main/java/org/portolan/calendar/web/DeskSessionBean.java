package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.approval.Step;
import org.portolan.calendar.BlockedTime;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.Copied;
import org.portolan.calendar.HolidayWarning;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.NotPossible;
import org.portolan.calendar.OwnSession;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;
import org.portolan.calendar.Usual;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
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
          "slots",
          "applyBy",
          "venue",
          "room",
          "seats",
          "languages",
          "approval",
          "donor");
  private static final List<String> CHOICES =
      List.of("centre", "course", "timing", "hours", "languages", "donor");

  /** What those who say slots do not say. */
  private static final List<String> OF_EACH_DAY = List.of("firstDay", "lastDay", "start", "end");

  private static final String ALREADY_PUBLISHED = "calendar.refused.published";
  private static final Set<String> PUBLISHED_TOO_LATE = Set.of("past", "closed", "unchecked");
  private static final int NO_VERSION = -1;

  /** Behind the number of a session that lost its check by being changed. */
  private static final String UNCHECKED = "u";

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
  private Optional<String> coHost;
  private int version;
  private int opened = NO_VERSION;
  private String once = UUID.randomUUID().toString();
  private boolean changed;
  private boolean lostCheck;
  private Copied copied;
  private List<HolidayWarning> holidays;
  private List<BlockedTime> blocks;
  private List<HistoryLines.Line> history;
  private List<CourseTitle> courses;
  private Set<String> centres;
  private Map<String, String> problems = new LinkedHashMap<>();

  private String filled = "";
  private Usual usual;
  private String told;

  private String centre;
  private String course;
  private String timing;
  private String firstDay;
  private String lastDay;
  private String applyBy;
  private String hours = PlanFields.SAME_HOURS;
  private SlotRows slots = SlotRows.of(List.of());
  private boolean slotsChanged;
  private String start;
  private String end;
  private String venue;
  private String room;
  private String seats;
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
    show(PlanFields.of(SessionDefaults.HOUSE));
    if (parameters.get("id") != null) {
      load();
      show(session.facts());
    }
    if (FacesContext.getCurrentInstance().isPostback()) {
      Map<String, String[]> sent =
          FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
      slots = SlotRows.sent(sent);
      slotsChanged = sent.containsKey(SlotRows.DO);
    } else if (parameters.get("id") == null && parameters.get("course") != null) {
      open(parameters.get("course"));
    }
  }

  /** A new session of a course: at the centre whose course it is, where one plans for that. */
  private void open(String wanted) {
    Long number = wanted.matches("\\d{1,18}") ? Long.valueOf(wanted) : null;
    Optional<CourseFacts> known =
        number == null
            ? Optional.empty()
            : Optional.ofNullable(catalog.facts(List.of(number)).get(number));
    if (known.isPresent()) {
      course = String.valueOf(number);
      known.map(CourseFacts::centreCode).filter(centres::contains).ifPresent(own -> centre = own);
      usual = usualOf(course);
      follow();
      told = usual == null ? null : "filled";
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
    if (filledLate()) {
      return;
    }
    try {
      SessionPlan plan = plan();
      requireReadable(plan);
      long id = keep(plan);
      try {
        then.accept(id);
        goToList(lostCheck ? "unchecked" : done, id);
      } catch (NotPossible e) {
        refused(e, id, done);
      }
    } catch (InvalidPlan e) {
      problems.putAll(words.of(e));
      if (inSlots()) {
        OF_EACH_DAY.stream()
            .map(problems::remove)
            .filter(Objects::nonNull)
            .forEach(problem -> problems.putIfAbsent("slots", problem));
      }
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
              boolean unchecked = calendar.update(session.id(), opened, plan);
              return session.id() + (unchecked ? UNCHECKED : "");
            });
    lostCheck = kept.endsWith(UNCHECKED);
    return Long.parseLong(lostCheck ? kept.substring(0, kept.length() - 1) : kept);
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

  private boolean inSlots() {
    return PlanFields.IN_SLOTS.equals(hours) && Timing.DATED.code().equals(timing);
  }

  private SessionPlan plan() {
    if (getUsual() != null && filled.equals(course)) {
      slots = slots.completed(usual.sessions().slots());
    }
    return new SessionPlan(
            Typed.read(course, Long::valueOf),
            Timing.of(timing).orElse(null),
            Typed.read(firstDay, LocalDate::parse),
            lastDay(),
            Typed.read(applyBy, LocalDate::parse),
            Typed.read(start, LocalTime::parse),
            Typed.read(end, LocalTime::parse),
            venue,
            room,
            Typed.read(seats, Integer::valueOf),
            List.of(languages),
            chain(),
            donor == null || donor.isEmpty() ? null : donor,
            online)
        .withSlots(inSlots() ? slots.slots() : Slots.EVERY_DAY);
  }

  /** Left open, a new session ends when those of its course usually do. */
  private LocalDate lastDay() {
    if (lastDay == null || lastDay.isBlank()) {
      return getUsual() == null || !filled.equals(course)
          ? null
          : usual.sessions().lastDay(Typed.read(firstDay, LocalDate::parse));
    }
    return Typed.read(lastDay, LocalDate::parse);
  }

  /** Fills in what sessions of the chosen course usually are, where nothing else was typed. */
  public void fill() {
    problems.clear();
    usual = usualOf(course);
    follow();
    told = usual == null ? "none" : "filled";
  }

  /**
   * Whoever saves a session of a course without having seen what its sessions usually are is shown
   * that first.
   *
   * @return whether that changed anything
   */
  private boolean filledLate() {
    if (session != null || course == null || course.equals(filled)) {
      return false;
    }
    Usual wanted = usualOf(course);
    if (wanted == null) {
      return false;
    }
    usual = wanted;
    boolean other = follow();
    told = other ? "late" : null;
    return other;
  }

  private boolean follow() {
    Usual before = usualOf(filled);
    PlanFields typed = typed(slotsOf(before));
    PlanFields followed = typed.following(fields(before), fields(usual));
    if (!followed.get("slots").equals(typed.get("slots"))) {
      slots = SlotRows.usual(slotsOf(usual), Typed.read(firstDay, LocalDate::parse));
    }
    filled = usual == null ? "" : course;
    show(followed);
    return !followed.equals(typed);
  }

  private static Slots slotsOf(Usual said) {
    return said == null ? Slots.EVERY_DAY : said.sessions().slots();
  }

  private static PlanFields fields(Usual said) {
    return PlanFields.of(said == null ? SessionDefaults.HOUSE : said.sessions());
  }

  private Usual usualOf(String of) {
    Long number = Typed.read(of, Long::valueOf);
    return session != null || number == null ? null : calendar.usual(centre, number).orElse(null);
  }

  /**
   * @param usual slots that were filled in before
   */
  private PlanFields typed(Slots usual) {
    Map<String, String> values = new HashMap<>();
    values.put("timing", text(timing));
    values.put("start", text(start));
    values.put("end", text(end));
    values.put("hours", text(hours));
    values.put("slots", slots.say(usual) ? usual.numbered() : slots.slots().text());
    values.put("venue", text(venue));
    values.put("room", text(room));
    values.put("online", String.valueOf(online));
    values.put("seats", text(seats));
    values.put("languages", PlanFields.languages(List.of(languages)));
    values.put("approval", PlanFields.chain(chain()));
    values.put("donor", text(donor));
    return new PlanFields(values);
  }

  private void show(PlanFields fields) {
    timing = fields.get("timing");
    start = fields.get("start");
    end = fields.get("end");
    hours = fields.get("hours");
    venue = fields.get("venue");
    room = fields.get("room");
    online = Boolean.parseBoolean(fields.get("online"));
    seats = fields.get("seats");
    String codes = fields.get("languages");
    languages = codes.isEmpty() ? new String[] {} : codes.split(" ");
    // what cannot be read stays as it was typed
    Chain.read(fields.get("approval")).ifPresent(this::show);
    donor = fields.get("donor");
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** A day that may be missing must not go missing because it cannot be read. */
  private void requireReadable(SessionPlan plan) {
    Map<String, String> unreadable = new HashMap<>();
    if (applyBy != null && !applyBy.isBlank() && plan.applyBy() == null) {
      unreadable.put("applyBy", "calendar.problem.day");
    }
    if (inSlots() && slots.problem() != null) {
      unreadable.put("slots", slots.problem());
    }
    if (!unreadable.isEmpty()) {
      Map<String, String> found = plan.problems();
      if (unreadable.containsKey("slots")) {
        found.keySet().removeAll(OF_EACH_DAY);
      }
      found.putAll(unreadable);
      throw new InvalidPlan(found);
    }
  }

  private void show(Chain chain) {
    for (Approver each : Approver.values()) {
      asked.put(each.code(), chain.asks(each));
      days.put(
          each.code(), String.valueOf(chain.step(each).map(Step::days).orElse(Step.USUAL_DAYS)));
    }
  }

  private Chain chain() {
    return Typed.chain(
        code -> Boolean.TRUE.equals(asked.get(code)), code -> (String) days.get(code));
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
      slots = SlotRows.of(facts.meets().stream().limit(Slots.MOST).toList());
      hours = facts.slots().everyDay() ? PlanFields.SAME_HOURS : PlanFields.IN_SLOTS;
    }
    applyBy = facts.applyBy() == null ? "" : facts.applyBy().toString();
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

  /** What blocks the days that are kept; nothing for a new session. */
  public List<BlockedTime> getBlocks() {
    if (blocks == null) {
      blocks = session == null ? List.of() : calendar.blocks(session.id());
    }
    return blocks;
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

  /** The course of whose sessions the usual was filled in; empty for what the house has. */
  public String getFilled() {
    return filled;
  }

  public void setFilled(String value) {
    filled = text(value);
  }

  /** What was filled in, else null. */
  public Usual getUsual() {
    if (usual == null && !filled.isEmpty()) {
      usual = usualOf(filled);
    }
    return usual;
  }

  /** What to say of it: filled in, filled in late, none there; null where there is nothing. */
  public String getTold() {
    return told == null && getUsual() != null ? "filled" : told;
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

  /** Code of the centre that holds it together with its own, or null. */
  public String getCoHost() {
    if (coHost == null) {
      coHost = session == null ? Optional.empty() : calendar.coHost(session.id());
    }
    return coHost.orElse(null);
  }

  public SessionSummary getSession() {
    return session;
  }

  public Map<String, String> getProblems() {
    nameWrongChoices();
    String refused = parameters.get("refused");
    if (problems.isEmpty()
        && refused != null
        && PUBLISHED_TOO_LATE.contains(refused)
        && isDraft()) {
      return Map.of("form", texts.get("calendar.refused." + refused));
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
    // whoever adds a slot goes on with the form that they have
    return String.valueOf(slotsChanged && opened != NO_VERSION ? opened : version);
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

  /** Whether it is held each day at the same hours, or in slots. */
  public String getHours() {
    return hours;
  }

  public void setHours(String value) {
    hours = value;
  }

  public List<String> getWaysOfHours() {
    return List.of(PlanFields.SAME_HOURS, PlanFields.IN_SLOTS);
  }

  public List<SlotRows.Row> getSlots() {
    return slots.list();
  }

  /** What is wrong with a slot, once something was found to be wrong with one of them. */
  public String slotProblem(SlotRows.Row row) {
    String key = getProblems().containsKey("slots") ? slots.problem(row) : null;
    return key == null ? null : texts.get(key);
  }

  /** Where one goes on who has just added or removed a slot. */
  public String slotFocus(int row) {
    return slots.focus() == row ? "autofocus" : null;
  }

  public String getApplyBy() {
    return applyBy;
  }

  public void setApplyBy(String value) {
    applyBy = value;
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
