package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencySummary;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;

/**
 * Writing courses, from the first draft to the day on which one is retired. Who may do what is
 * {@link CourseRights}, what a course must say {@link CourseRules}.
 */
@ApplicationScoped
public class CourseDesk {
  /** What courses are called in the index and the audit trail. */
  public static final String KIND = "course";

  private static final int HISTORY = 50;

  @Inject private CourseRepository courses;
  @Inject private CoursePermissions permissions;
  @Inject private SimilarCourses similar;
  @Inject private Catalog catalog;
  @Inject private Themes themes;
  @Inject private Competencies competencies;
  @Inject private Instance<ComingSessions> sessions;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;
  @Inject private Changes changes;
  @Inject private AuditTrail audit;
  @Inject private Event<CatalogueChanged> changed;

  /**
   * Some of the courses of which this person takes care; last changed first unless said otherwise.
   */
  @Transactional
  public List<DeskCourse> list(CourseDeskFilter filter, Slice slice, Language reader) {
    List<Course> found = courses.desk(permissions.sight(), filter, slice);
    Map<Long, CourseTitle> titles = catalog.titles(found.stream().map(Course::id).toList(), reader);
    return found.stream().map(course -> DeskCourse.of(course, titles.get(course.id()))).toList();
  }

  /** How many these are in all. */
  @Transactional
  public long count(CourseDeskFilter filter) {
    return courses.countOnDesk(permissions.sight(), filter);
  }

  /** Centres for which this person may draft; empty for those who only publish. */
  @Transactional
  public Set<String> ownCentres() {
    permissions.sight();
    return permissions.ownCentres();
  }

  /** All of a course, and what may be done with it now. */
  @Transactional
  public CourseFile open(long id, Language reader) {
    Course course = seen(courses.find(id), id);
    CourseRights rights = permissions.rights();
    List<ComingSession> ahead = ahead(course);
    return new CourseFile(
        course.version(),
        catalog.detail(course, reader),
        course.missing(),
        course.beingDrafted() ? similar.to(course, reader) : List.of(),
        course.remark(),
        rights.describes(course),
        rights.writes(course, null),
        rights.submits(course),
        rights.reviews(course),
        course.madeBy(me.id()),
        rights.retires(course),
        rights.holdsSessions(course),
        ahead,
        ahead.stream().filter(each -> !course.facts().validity().holds(each)).toList());
  }

  /** What is taught, for whom and how, to be changed. */
  @Transactional
  public OpenCourse describing(long id) {
    Course course = seen(courses.find(id), id);
    require(permissions.rights().describes(course));
    return new OpenCourse(
        course.version(),
        CourseEdit.of(
            course.code(),
            course.description(),
            courses.facts(course.required()).values().stream().map(CourseFacts::code)));
  }

  /** The words of a course in one language; empty where there are none yet. */
  @Transactional
  public OpenText writing(long id, String language) {
    Course course = seen(courses.find(id), id);
    Language wanted =
        Language.of(language).orElseThrow(() -> new NotFound("a text in " + language));
    require(permissions.rights().writes(course, wanted.code()));
    Optional<CourseText> text = course.text(wanted.code());
    return new OpenText(
        course.code(),
        text.map(CourseText::version).orElse(OpenText.NONE),
        text.map(CourseText::edit).orElseGet(() -> new TextEdit(wanted.code(), "", "", "")),
        wanted.code().equals(course.masterLanguage())
            ? null
            : course.text(course.masterLanguage()).map(CourseText::edit).orElse(null),
        course.languageTexts().stream()
            .anyMatch(each -> each.stale() && each.language().equals(wanted.code())),
        course.state() == CourseState.DRAFT);
  }

  /** Begins a course with the title that it has in its first language. Gives its number. */
  @Transactional(rollbackOn = InvalidCourse.class)
  public long draft(CourseEdit edit, TextEdit text) throws InvalidCourse {
    permissions.sight();
    if (permissions.ownCentres().isEmpty()) {
      throw new NotAllowed();
    }
    Map<String, CourseProblem> problems = new LinkedHashMap<>(rules().problems(edit, null));
    problems.putAll(CourseRules.problems(text, false));
    if (!problems.containsKey("code") && courses.findByCode(edit.code()).isPresent()) {
      problems.put("code", new CourseProblem("code.taken", edit.code()));
    }
    refuse(problems);
    Course course = new Course(edit.code(), text.language(), me.id());
    course.describe(
        rules().description(edit),
        directory.findCentre(edit.centre()).orElseThrow(),
        clock.instant());
    course.write(text, false, clock.instant());
    courses.add(course);
    deed("course.drafted", course, CourseFields.NONE).write();
    return course.id();
  }

  /**
   * Keeps what is taught, for whom and how.
   *
   * @throws ChangedMeanwhile when it is no longer what was opened
   */
  @Transactional(rollbackOn = InvalidCourse.class)
  public void describe(long id, int version, CourseEdit typed) throws InvalidCourse {
    Course course = locked(id, version);
    require(permissions.rights().describes(course));
    CourseEdit edit = typed.of(course);
    if (!edit.requiredCodes().isEmpty()) {
      courses.lockPrerequisites();
    }
    CourseRules rules = rules(Set.of(course.centreCode()));
    refuse(rules.problems(edit, id));
    CourseFields before = CourseFields.of(course);
    course.describe(
        rules.description(edit),
        directory.findCentre(course.centreCode()).orElseThrow(),
        clock.instant());
    if (course.state() == CourseState.PUBLISHED) {
      // what had to be there to publish it stays there
      refuseIncomplete(course);
    }
    tell("course.changed", course, before);
  }

  /**
   * Keeps the words in one language.
   *
   * @param version of the text that was opened
   * @param small whether the texts in other languages still say the same
   * @param upToMaster whether the text now tells the present edition of the course
   * @throws ChangedMeanwhile when it is no longer what was opened
   */
  @Transactional(rollbackOn = InvalidCourse.class)
  public void write(long id, int version, TextEdit edit, boolean small, boolean upToMaster)
      throws InvalidCourse {
    Course course = locked(id);
    require(permissions.rights().writes(course, edit.language()));
    if (course.text(edit.language()).map(CourseText::version).orElse(OpenText.NONE) != version) {
      throw new ChangedMeanwhile();
    }
    refuse(CourseRules.problems(edit, course.state() == CourseState.PUBLISHED));
    CourseFields before = CourseFields.of(course);
    course.write(edit, small, clock.instant());
    if (upToMaster) {
      course.bringUp(edit.language(), clock.instant());
    }
    tell(upToMaster ? "course.brought-up" : "course.written", course, before);
  }

  /** Its centre asks whoever keeps the catalogue to publish it. */
  @Transactional(rollbackOn = InvalidCourse.class)
  public void submit(long id, int version) throws InvalidCourse {
    Course course = locked(id, version);
    require(permissions.rights().drafts(course));
    step(course, CourseState.DRAFT);
    refuseIncomplete(course);
    CourseFields before = CourseFields.of(course);
    course.submit(me.id(), clock.instant());
    deed("course.submitted", course, before).write();
  }

  /** What has to be done first is for its centre to read. */
  @Transactional(rollbackOn = InvalidCourse.class)
  public void sendBack(long id, int version, String reason) throws InvalidCourse {
    Course course = locked(id, version);
    require(permissions.rights().keeps(course));
    step(course, CourseState.REVIEW);
    String typed = reason == null ? "" : reason.strip();
    Optional<CourseProblem> wrong = CourseRules.reason(typed);
    if (wrong.isPresent()) {
      throw new InvalidCourse("reason", wrong.get());
    }
    CourseFields before = CourseFields.of(course);
    course.sendBack(typed, clock.instant());
    deed("course.sent-back", course, before).change("reason", null, typed).write();
  }

  /** Shows it to everybody; never by whoever drafted or submitted it. */
  @Transactional(rollbackOn = InvalidCourse.class)
  public void publish(long id, int version) throws InvalidCourse {
    Course course = locked(id, version);
    require(permissions.rights().keeps(course));
    step(course, CourseState.REVIEW);
    if (course.madeBy(me.id())) {
      throw new InvalidCourse("form", new CourseProblem("own"));
    }
    refuseIncomplete(course);
    CourseFields before = CourseFields.of(course);
    course.publish(clock.instant());
    deed("course.published", course, before).write();
    shown(course);
  }

  /**
   * Takes it out of the catalogue. Its address stays, says so, and leads to its successor. Its
   * sessions are held as they were announced, of which whoever retires it is to be aware.
   *
   * @param successorCode of a published course, or empty
   * @param goOn whether it was said that sessions go on where there are any
   */
  @Transactional(rollbackOn = InvalidCourse.class)
  public void retire(long id, int version, String successorCode, boolean goOn)
      throws InvalidCourse {
    Course course = locked(id, version);
    require(permissions.rights().caresFor(course));
    step(course, CourseState.PUBLISHED);
    String code = successorCode == null ? "" : successorCode.strip();
    Optional<Course> successor =
        code.isEmpty()
            ? Optional.empty()
            : courses.findByCode(code).filter(found -> Successors.possible(course, found));
    if (!code.isEmpty() && successor.isEmpty()) {
      throw new InvalidCourse("successor", new CourseProblem("successor.unknown", code));
    }
    if (!goOn && !ahead(course).isEmpty()) {
      throw new InvalidCourse("goOn", new CourseProblem("goOn"));
    }
    CourseFields before = CourseFields.of(course);
    course.retire(successor.orElse(null), clock.instant());
    deed("course.retired", course, before)
        .change("successor", null, successor.map(Course::code).orElse(null))
        .write();
    shown(course);
  }

  /** What was done to a course, for those who take care of it; the newest first. */
  @Transactional
  public AuditPage history(long id) {
    Course course = seen(courses.find(id), id);
    return audit.history(KIND, course.id(), null, HISTORY);
  }

  /** Nobody holds sessions of what was never published. */
  private List<ComingSession> ahead(Course course) {
    return course.publishedAt() == null
        ? List.of()
        : sessions.stream().flatMap(each -> each.ahead(course.id()).stream()).toList();
  }

  private void tell(String action, Course course, CourseFields before) {
    Deed deed = deed(action, course, before);
    if (deed.changesAnything()) {
      deed.write();
    }
    if (course.state() == CourseState.PUBLISHED) {
      shown(course);
    }
  }

  /** What readers see of it is another now. */
  private void shown(Course course) {
    changes.record(KIND, course.id());
    courses.tellNodes();
    changed.fire(new CatalogueChanged(course.id()));
  }

  private Deed deed(String action, Course course, CourseFields before) {
    return CourseFields.of(course)
        .compare(
            before,
            audit.entry(action, KIND, course.id()).scope(Scope.centre(course.centreCode())));
  }

  private CourseRules rules() {
    return rules(permissions.ownCentres());
  }

  private CourseRules rules(Set<String> centres) {
    return new CourseRules(
        centres,
        themes.all().stream().map(ThemeSummary::code).collect(Collectors.toSet()),
        competencies.all().stream().map(CompetencySummary::code).collect(Collectors.toSet()),
        directory.bodies().stream()
            .filter(body -> body.kind() == BodyKind.DONOR)
            .map(BodySummary::code)
            .collect(Collectors.toSet()),
        courses.publishedCodes(),
        new Prerequisites(courses.prerequisites()));
  }

  private static void step(Course course, CourseState wanted) {
    if (course.state() != wanted) {
      throw new ChangedMeanwhile();
    }
  }

  private static void refuseIncomplete(Course course) throws InvalidCourse {
    if (!course.missing().isEmpty()) {
      throw new InvalidCourse("form", new CourseProblem("incomplete"));
    }
  }

  private static void refuse(Map<String, CourseProblem> problems) throws InvalidCourse {
    if (!problems.isEmpty()) {
      throw new InvalidCourse(problems);
    }
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new NotAllowed();
    }
  }

  private Course locked(long id, int version) {
    Course course = locked(id);
    if (course.version() != version) {
      throw new ChangedMeanwhile();
    }
    return course;
  }

  private Course locked(long id) {
    return seen(courses.lock(id), id);
  }

  private Course seen(Optional<Course> found, long id) {
    permissions.sight();
    return found
        .filter(permissions.rights()::sees)
        .orElseThrow(() -> new NotFound("course " + id + " at the desk"));
  }
}
