package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.portolan.catalog.Audience;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.CourseTitle;
import org.portolan.catalog.Themes;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.BodyKind;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** Sessions: what centres plan and publish, and what everybody reads of it. */
@ApplicationScoped
public class CalendarService {
  private static final String KIND = "session";
  private static final int MOST = 1000;

  /** Of a theme or language all over the world; what is beyond comes in when some are over. */
  private static final int MOST_IN_FEED = 5000;

  /** Of a year of a region; nobody reads more at once. */
  private static final int MOST_OF_REGION = 10_000;

  private static final int HISTORY = 50;
  private static final int STREAM_SIZE = 500;
  private static final Duration KEPT_ON_DESK = Duration.ofDays(60);

  @Inject private SessionRepository sessions;
  @Inject private KeptFacts kept;
  @Inject private Catalog catalog;
  @Inject private Themes themes;
  @Inject private Directory directory;
  @Inject private HolidayWarnings holidays;
  @Inject private CurrentPerson person;
  @Inject private Instance<SeatsTaken> seatsTaken;
  @Inject private Instance<BlockedDays> blockedDays;
  @Inject private Instance<UsualSessions> usualSessions;
  @Inject private Instance<InvitedMembers> invitedMembers;
  @Inject private Instance<CoHosts> coHosts;
  @Inject private Event<SessionDrafted> drafted;
  @Inject private SessionWorkflow workflow;
  @Inject private SessionRooms rooms;
  @Inject private Event<SessionChanged> changed;
  @Inject private Event<SessionMoved> moved;
  @Inject private Event<SessionDated> dated;
  @Inject private Event<SessionCopied> copied;
  @Inject private Event<SessionCancelled> cancelled;
  @Inject private Changes changes;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Keeps a plan as a draft that only the centre sees; answers its number. */
  @Transactional
  public long draft(String centreCode, SessionPlan plan) {
    CentreSummary centre = centre(centreCode);
    person.requireRole(Role.CENTRE, Scope.centre(centre.code()));
    return add(centre, plan);
  }

  /**
   * Keeps as a draft what a centre has agreed to before; whoever has its word calls this, and may
   * be somebody else than its staff.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public long draftAgreed(String centreCode, SessionPlan plan) {
    return add(centre(centreCode), plan);
  }

  private CentreSummary centre(String code) {
    return directory.findCentre(code).orElseThrow(() -> new NotFound("centre " + code));
  }

  private long add(CentreSummary centre, SessionPlan plan) {
    CourseFacts course = course(plan, null);
    days(course).require(plan.firstDay(), plan.lastDay());
    Session session = Session.draft(newCode(centre.code()), centre, course, plan, clock.instant());
    sessions.add(session);
    deed("session.drafted", session, null).write();
    drafted.fire(new SessionDrafted(session.id(), course.id()));
    return session.id();
  }

  /**
   * What sessions of a course usually are, for one who plans another at a centre. Empty where
   * nobody said so, or where no session of it can be planned.
   */
  @Transactional
  public Optional<Usual> usual(String centreCode, long courseId) {
    person.requireRole(Role.CENTRE, Scope.centre(centreCode));
    CourseFacts course = catalog.facts(List.of(courseId)).get(courseId);
    if (course == null || !catalog.published(courseId)) {
      return Optional.empty();
    }
    boolean own = course.centreCode().equals(centreCode);
    return usualSessions.stream()
        .flatMap(each -> each.of(courseId).stream())
        .map(said -> new Usual(own ? said : said.elsewhere(), own))
        .findFirst();
  }

  /**
   * Makes a draft of a session of one's own centre, with all that its centre has said of it and
   * nothing of who applied; answers its number. One of the two says when it is held.
   *
   * @param firstDay of the copy, or null
   * @param days by which it is later, or null
   * @throws InvalidPlan when there cannot be such a copy
   */
  @Transactional
  public long copy(long id, LocalDate firstDay, Long days) {
    SessionFacts of = locked(id).facts();
    Shift shift = Shift.asked(of, firstDay, days);
    LocalDate today = today(of.zone());
    Map<String, String> problems = shift.problems(today);
    if (!catalog.published(of.courseId())) {
      problems.put("course", "calendar.refused.retired");
    }
    if (!problems.isEmpty()) {
      throw new InvalidPlan(problems);
    }
    CentreSummary centre = directory.findCentre(of.centreCode()).orElseThrow();
    SessionPlan plan = shift.plan(today);
    CourseFacts course = course(plan, null);
    days(course).requireOfCopy(plan);
    Session copy = Session.draft(newCode(centre.code()), centre, course, plan, clock.instant());
    sessions.add(copy);
    deed("session.copied", copy, null).change("copyOf", null, of.code()).write();
    copied.fire(new SessionCopied(id, copy.id(), shift.days(), ZoneId.of(of.zone())));
    return copy.id();
  }

  /** How the days of a session of one's own centre lie beside those of the one it was made of. */
  @Transactional
  public Copied copied(long of, long copy) {
    return Copied.of(own(of, sessions.find(of)).facts(), own(copy, sessions.find(copy)).facts());
  }

  /**
   * Carries a new plan over.
   *
   * @param version of the session as the planner saw it
   * @return whether it lost the check of the Regional Office by that
   * @throws ChangedMeanwhile when it is no longer that
   */
  @Transactional
  public boolean update(long id, int version, SessionPlan plan) {
    Session session = locked(id);
    if (session.version() != version) {
      throw new ChangedMeanwhile();
    }
    int taken = occupancy(List.of(id)).getOrDefault(id, Occupancy.NOBODY).taken();
    if (plan.seats() != null && plan.seats() < taken) {
      throw new InvalidPlan(Map.of("seats", "calendar.problem.seatsTaken"));
    }
    SessionFacts before = session.facts();
    rooms.require(before, plan);
    CourseFacts course = course(plan, session.courseId());
    if (session.state() == SessionState.DRAFT || !plan.onDaysOf(before)) {
      // what was published before its course was limited stays where it is
      days(course).require(plan.firstDay(), plan.lastDay());
    }
    boolean seen = session.change(course, plan, clock.instant());
    sessions.flush();
    Deed deed = deed("session.changed", session, before);
    if (deed.changesAnything()) {
      deed.write();
    }
    if (!session.facts().days().equals(before.days())) {
      moved.fire(new SessionMoved(id));
    }
    if (seen) {
      changed.fire(new SessionChanged(before, session.facts()));
      if (before.undated() && session.timing() == Timing.DATED) {
        dated.fire(new SessionDated(id));
      }
      changes.record(KIND, id);
    }
    return before.progress().checkedAt() != null && session.progress().checkedAt() == null;
  }

  @Transactional
  public void publish(long id) {
    workflow.publish(List.of(locked(id)));
  }

  @Transactional
  public void cancel(long id) {
    Session session = locked(id);
    SessionFacts before = session.facts();
    session.cancel(clock.instant());
    sessions.flush();
    deed("session.cancelled", session, before).write();
    cancelled.fire(new SessionCancelled(id));
    changes.record(KIND, id);
  }

  /** A session of one's own centre, drafts too. */
  @Transactional
  public OwnSession getOwn(long id, Language reader) {
    Session session = own(id, sessions.find(id));
    return new OwnSession(read(List.of(session), reader).get(0), session.version());
  }

  /** Holidays that fall into the days of a session of one's own centre. */
  @Transactional
  public List<HolidayWarning> holidays(long id) {
    return holidays.of(own(id, sessions.find(id)).facts());
  }

  /** What blocks days of a session of one's own centre. */
  @Transactional
  public List<BlockedTime> blocks(long id) {
    SessionFacts facts = own(id, sessions.find(id)).facts();
    return facts.dated()
        ? blockedDays.stream()
            .flatMap(
                each ->
                    each.between(facts.centreCode(), facts.firstDay(), facts.lastDay()).stream())
            .toList()
        : List.of();
  }

  /** What was done to a session, for the people of its centre; the newest first. */
  @Transactional
  public AuditPage history(long id) {
    return audit.history(KIND, own(id, sessions.find(id)).id(), null, HISTORY);
  }

  /**
   * Some of the sessions of the centres for which the person works, drafts too, until two months
   * after their end. What goes on or is ahead comes first, by its beginning, unless the slice says
   * otherwise.
   */
  @Transactional
  public List<SessionSummary> ofMyCentres(DeskFilter filter, Slice slice, Language reader) {
    return desk(filter, reader)
        .map(wanted -> read(sessions.onDesk(wanted, slice), reader))
        .orElse(List.of());
  }

  /** How many these are in all. */
  @Transactional
  public long countOfMyCentres(DeskFilter filter, Language reader) {
    return desk(filter, reader).map(sessions::countOnDesk).orElse(0L);
  }

  private Optional<DeskQuery> desk(DeskFilter filter, Language reader) {
    Set<String> centres = new TreeSet<>(myCentres());
    if (filter.centre() != null) {
      centres.retainAll(Set.of(filter.centre()));
    }
    Set<Long> courses = filter.words() == null ? null : catalog.titled(filter.words(), reader);
    Optional<SessionState> state = SessionState.of(filter.state());
    Instant now = clock.instant();
    boolean nothing =
        centres.isEmpty()
            || (courses != null && courses.isEmpty())
            || (filter.state() != null && state.isEmpty());
    return nothing
        ? Optional.empty()
        : Optional.of(
            new DeskQuery(centres, courses, state.orElse(null), now.minus(KEPT_ON_DESK), now));
  }

  /** Codes of the centres for which the person works; an administrator works for all. */
  @Transactional
  public Set<String> myCentres() {
    person.require();
    if (person.isAdministrator()) {
      return directory.trainingCentres().stream()
          .map(CentreSummary::code)
          .collect(Collectors.toCollection(TreeSet::new));
    }
    return person.scopes(Role.CENTRE, Scope.Kind.CENTRE);
  }

  /** A session that everybody may see. */
  @Transactional
  public Optional<SessionSummary> find(long id, Language reader) {
    return sessions.find(id).flatMap(session -> seen(session, reader));
  }

  @Transactional
  public Optional<SessionSummary> findByCode(String code, Language reader) {
    return sessions.findByCode(code).flatMap(session -> seen(session, reader));
  }

  /** The same for many, in the order of their beginnings; for pages of other features. */
  @Transactional
  public Map<Long, SessionSummary> findAll(Collection<Long> ids, Language reader) {
    Map<Long, SessionSummary> found = new LinkedHashMap<>();
    read(sessions.list(ids), reader).forEach(each -> found.put(each.id(), each));
    return found;
  }

  /** Facts of sessions in any state; for features above, which ask for no names. */
  @Transactional
  public Map<Long, SessionFacts> facts(Collection<Long> ids) {
    Map<Long, SessionFacts> found = new LinkedHashMap<>();
    sessions.list(ids).forEach(session -> found.put(session.id(), session.facts()));
    return found;
  }

  /** Since when readers see these, by id; what they never saw is left out. */
  @Transactional
  public Map<Long, Instant> publishedAt(Collection<Long> ids) {
    return sessions.publishedAt(ids);
  }

  /** Facts of a session that stays as it is until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<SessionFacts> held(long id) {
    return sessions.lock(id).map(Session::facts);
  }

  /** Those of these that nobody else holds, which stay as they are until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<Long> heldWhereFree(Collection<Long> ids) {
    Set<Long> held = new TreeSet<>(sessions.lockFree(ids));
    held.forEach(sessions::lock);
    return held;
  }

  /**
   * Where sessions are held by what they have booked, by their numbers; for whoever keeps bookings,
   * and holds the sessions. Calendars that have a published one learn it as a change.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void placed(Map<Long, Place> places) {
    for (Session session : sessions.list(places.keySet())) {
      if (session.placed(places.get(session.id()), clock.instant())) {
        changes.record(KIND, session.id());
      }
    }
  }

  /**
   * What the centres of a region plan between two days, drafts of all of them too, and what has no
   * days; never what was cancelled. For those who coordinate the region and for its centres.
   */
  @Transactional
  public List<SessionFacts> ofRegion(String regionCode, LocalDate from, LocalDate to) {
    person.require();
    if (!coordinates(regionCode)) {
      throw new NotAllowed();
    }
    return sessions.ofRegion(regionCode, from, to, MOST_OF_REGION).stream()
        .map(Session::facts)
        .toList();
  }

  /** Codes of those of these centres that ever planned anything here; for features above. */
  @Transactional
  public Set<String> planning(Collection<String> centres) {
    return sessions.planning(centres);
  }

  private boolean coordinates(String regionCode) {
    return person.mayRead(Role.ROCB, Scope.region(regionCode))
        || person.mayRead(Role.SECRETARIAT, Scope.PLATFORM)
        || directory.trainingCentres().stream()
            .filter(centre -> centre.regionCode().equals(regionCode))
            .anyMatch(centre -> person.mayRead(Role.CENTRE, Scope.centre(centre.code())));
  }

  /** How far seats are in use, by session; for features above. One may be missing. */
  @Transactional
  public Map<Long, Occupancy> occupancies(Collection<Long> ids) {
    return occupancy(ids);
  }

  /** Codes of the Members that are named for sessions; those for which none are may be missing. */
  @Transactional
  public Map<Long, Set<String>> invited(Collection<Long> ids) {
    Map<Long, Set<String>> invited = new HashMap<>();
    if (!ids.isEmpty()) {
      invitedMembers.forEach(
          source ->
              source
                  .of(ids)
                  .forEach(
                      (id, members) ->
                          invited.computeIfAbsent(id, any -> new TreeSet<>()).addAll(members)));
    }
    return invited;
  }

  /** Code of the centre that holds a session together with its own, if one does. */
  @Transactional
  public Optional<String> coHost(long id) {
    return coHosts.stream().flatMap(each -> each.of(id).stream()).findFirst();
  }

  /** A page of what everybody sees; a filter value that means nothing finds nothing. */
  @Transactional
  public SessionPage list(SessionFilter filter, String cursor, int size, Language reader) {
    Map<String, String> unknown = unknown(filter);
    if (!unknown.isEmpty()) {
      return new SessionPage(List.of(), 0, null, unknown);
    }
    int limit = Math.max(1, Math.min(MOST, size));
    if (filter.open()) {
      return open(filter, cursor, limit, reader);
    }
    Optional<Cursor> after = Cursor.of(cursor);
    List<SessionVersion> found = sessions.page(filter, after, limit + 1);
    boolean more = found.size() > limit;
    List<SessionFacts> shown = kept.of(more ? found.subList(0, limit) : found);
    // a month of a centre stands on its first page, and is counted by that
    long total = more || after.isPresent() ? sessions.count(filter) : shown.size();
    SessionFacts last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
    return new SessionPage(
        summaries(shown, reader),
        total,
        more ? new Cursor(last.startsAt(), last.id()).text() : null,
        Map.of());
  }

  /**
   * Whether a seat is left is not in the table of sessions: those that follow are looked through.
   */
  private SessionPage open(SessionFilter filter, String cursor, int limit, Language reader) {
    Instant now = clock.instant();
    List<SessionSummary> open =
        summaries(kept.of(sessions.page(filter, Cursor.of(cursor), MOST)), reader).stream()
            .filter(session -> CalendarViews.seatFor(session, now))
            .toList();
    List<SessionSummary> shown = open.subList(0, Math.min(limit, open.size()));
    SessionFacts last = shown.isEmpty() ? null : shown.get(shown.size() - 1).facts();
    return new SessionPage(
        shown,
        open.size(),
        open.size() > limit ? new Cursor(last.startsAt(), last.id()).text() : null,
        Map.of());
  }

  /** Published sessions of a centre without days: standing editions, then those that wait. */
  @Transactional
  public List<SessionSummary> withoutDays(String centreCode, int size, Language reader) {
    return read(sessions.withoutDays(List.of(centreCode), size), reader);
  }

  /** What has not begun anywhere: how much, and the first few. */
  @Transactional
  public ComingUp comingUp(int size, Language reader) {
    Instant now = clock.instant();
    long[] ahead = sessions.ahead(now);
    return new ComingUp(ahead[0], ahead[1], read(sessions.next(now, size), reader));
  }

  /** How many sessions have not begun, by region. */
  @Transactional
  public Map<String, Long> comingByRegion() {
    return sessions.aheadByRegion(clock.instant());
  }

  /** The first of what has not begun at these centres. */
  @Transactional
  public List<SessionSummary> comingAt(Collection<String> centres, int size, Language reader) {
    return read(sessions.nextAt(centres, clock.instant(), size), reader);
  }

  /** What a feed carries, without seats: nobody's calendar program shows them. */
  @Transactional
  public List<SessionSummary> feed(SessionFilter filter, Language reader) {
    return withoutSeats(kept.of(sessions.versions(filter, null, MOST_IN_FEED)), reader);
  }

  List<SessionSummary> withoutSeats(List<SessionFacts> found, Language reader) {
    Map<Long, CourseTitle> titles = titles(found, reader);
    titles.replaceAll((id, title) -> onOneLine(title));
    return found.stream()
        .map(facts -> new SessionSummary(facts, titles.get(facts.courseId()), Occupancy.NOBODY))
        .toList();
  }

  /** Says in few characters whether a feed is still what it was. */
  @Transactional
  public String fingerprint(SessionFilter filter) {
    return sessions.fingerprint(filter);
  }

  /** The same of each centre or region, by its code; one without sessions is missing. */
  @Transactional
  public Map<String, String> fingerprints(SessionFilter filter, boolean byRegion) {
    return sessions.fingerprints(filter, byRegion);
  }

  /** Today on the clocks of a centre. */
  public LocalDate today(String zone) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }

  /** Ids of all sessions, in pieces that fit the memory; for the index. */
  @Transactional
  public void streamIds(Consumer<List<Long>> sink) {
    List<Long> ids = sessions.idsAfter(0, STREAM_SIZE);
    while (!ids.isEmpty()) {
      sink.accept(ids);
      ids = sessions.idsAfter(ids.get(ids.size() - 1), STREAM_SIZE);
    }
  }

  /** How far seats are in use, by session; empty while no feature keeps seats. */
  Map<Long, Occupancy> occupancy(Collection<Long> ids) {
    Map<Long, Occupancy> taken = new HashMap<>();
    if (!ids.isEmpty()) {
      seatsTaken.forEach(source -> taken.putAll(source.taken(ids)));
    }
    return taken;
  }

  private Optional<SessionSummary> seen(Session session, Language reader) {
    return session.state() == SessionState.DRAFT
        ? Optional.empty()
        : Optional.of(read(List.of(session), reader).get(0));
  }

  private List<SessionSummary> read(List<Session> found, Language reader) {
    return summaries(found.stream().map(Session::facts).toList(), reader);
  }

  List<SessionSummary> summaries(List<SessionFacts> found, Language reader) {
    Map<Long, CourseTitle> titles = titles(found, reader);
    Map<Long, Occupancy> taken = occupancy(found.stream().map(SessionFacts::id).toList());
    return found.stream()
        .map(
            facts ->
                new SessionSummary(
                    facts,
                    titles.get(facts.courseId()),
                    taken.getOrDefault(facts.id(), Occupancy.NOBODY)))
        .toList();
  }

  private Map<Long, CourseTitle> titles(List<SessionFacts> found, Language reader) {
    return catalog.shownTitles(
        found.stream().map(SessionFacts::courseId).distinct().toList(), reader);
  }

  private static CourseTitle onOneLine(CourseTitle title) {
    return new CourseTitle(title.id(), title.code(), OneLine.of(title.title()), title.language());
  }

  private Deed deed(String action, Session session, SessionFacts before) {
    return SessionDeed.describe(
        audit.entry(action, KIND, session.id()).scope(Scope.centre(session.centreCode())),
        Optional.ofNullable(before),
        session.facts(),
        course -> catalog.facts(List.of(course)).get(course).code());
  }

  private Session locked(long id) {
    return own(id, sessions.lock(id));
  }

  private Session own(long id, Optional<Session> found) {
    Session session = found.orElseThrow(() -> new NotFound("session " + id));
    person.requireRole(Role.CENTRE, Scope.centre(session.centreCode()));
    return session;
  }

  /**
   * @param kept the course of the session until now, which may have been retired since, or null
   */
  private CourseFacts course(SessionPlan plan, Long kept) {
    Map<String, String> problems = plan.problems();
    CourseFacts course =
        plan.courseId() == null
            ? null
            : catalog.facts(List.of(plan.courseId())).get(plan.courseId());
    boolean another = course != null && (kept == null || kept != course.id());
    if (course == null || another && !catalog.published(course.id())) {
      problems.put("course", "calendar.problem.course");
    }
    if (course != null && plan.timing() != null && !plan.timing().suits(course)) {
      problems.put("timing", "calendar.problem.timing.standing");
    }
    if (!problems.isEmpty()) {
      throw new InvalidPlan(problems);
    }
    return course;
  }

  private static CourseDays days(CourseFacts course) {
    return new CourseDays(course.validity());
  }

  /** What of the filter means nothing, by dimension. */
  public Map<String, String> unknown(SessionFilter filter) {
    Map<String, String> unknown = filter.chosen();
    unknown.entrySet().removeIf(entry -> known(entry.getKey(), entry.getValue()));
    return unknown;
  }

  private boolean known(String dimension, String value) {
    return switch (dimension) {
      case "centre" -> directory.findCentre(value).isPresent();
      case "region" -> directory.findRegion(value).isPresent();
      case "theme" -> themes.find(value).isPresent();
      case "language" -> Language.of(value).isPresent();
      case "audience" -> Audience.of(value).isPresent();
      case "donor" ->
          directory.findBody(value).filter(body -> body.kind() == BodyKind.DONOR).isPresent();
      case "state" -> SessionState.of(value).filter(SessionState::seen).isPresent();
      case "open" -> true;
      default -> false;
    };
  }

  /** Unique without asking anybody; short enough to say on the telephone. */
  static String newCode(String centreCode) {
    return centreCode
        + "-"
        + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
  }
}
