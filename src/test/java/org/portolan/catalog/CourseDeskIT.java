package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** From the first draft to the day a course is retired, as each of those concerned. */
@ArquillianTest
class CourseDeskIT {
  @Inject private CourseDesk desk;
  @Inject private Catalog catalog;
  @Inject private Scenario scenario;

  private long writer;
  private long keeper;

  @BeforeEach
  void people() {
    writer = scenario.officer(Scenario.MEMBER);
    scenario.mandate(writer, Office.CENTRE_STAFF, Scope.centre(Scenario.CENTRE));
    keeper = scenario.officer(Scenario.MEMBER);
    scenario.mandate(keeper, Office.ROCB_OFFICER, Scope.region("WCA"));
  }

  @AfterEach
  void nobody() {
    scenario.endMandates(writer, keeper);
    scenario.asNobody();
  }

  @Test
  void aCourseGoesFromItsCentreOverTheKeeperOfTheCatalogueToReaders() throws Exception {
    String code = code();
    long id = drafted(code);
    assertThat(desk.open(id, Language.EN).missing()).containsExactly("summary", "body");
    assertThat(problems(() -> desk.submit(id, version(id)))).containsKey("form");

    written(id);
    desk.submit(id, version(id));
    assertThat(catalog.find(code, Language.EN)).isEmpty();

    asKeeper();
    assertThat(problems(() -> desk.sendBack(id, version(id), " "))).containsKey("reason");
    desk.sendBack(id, version(id), "Say for whom it is.");

    asWriter();
    assertThat(desk.open(id, Language.EN).remark()).isEqualTo("Say for whom it is.");
    desk.submit(id, version(id));
    asKeeper();
    desk.publish(id, version(id));

    assertThat(catalog.compared(List.of(code), Language.EN)).as("seen at once").hasSize(1);
    assertThat(catalog.find(code, Language.EN).orElseThrow().state())
        .isEqualTo(CourseState.PUBLISHED);
    assertThat(desk.history(id).entries())
        .extracting(entry -> entry.action())
        .containsExactly(
            "course.published",
            "course.submitted",
            "course.sent-back",
            "course.submitted",
            "course.written",
            "course.drafted");
  }

  @Test
  void whoeverDraftedOrSubmittedItDoesNotPublishIt() throws Exception {
    scenario.mandate(writer, Office.ROCB_OFFICER, Scope.region("WCA"));
    long id = submitted(code());

    assertThat(problems(() -> desk.publish(id, version(id))).get("form"))
        .isEqualTo(new CourseProblem("own"));
  }

  @Test
  void aDraftIsForItsCentreAlone() throws Exception {
    long id = drafted(code());

    asKeeper();
    assertThatThrownBy(() -> desk.open(id, Language.EN)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.draft(edit(code(), ""), text("T")))
        .isInstanceOf(NotAllowed.class);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThatThrownBy(() -> desk.count(CourseDeskFilter.everything()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void whatIsInReviewIsChangedByNobody() throws Exception {
    long id = submitted(code());

    assertThatThrownBy(() -> desk.describing(id)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.writing(id, "en")).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.publish(id, version(id))).isInstanceOf(NotAllowed.class);
    asKeeper();
    assertThatThrownBy(() -> desk.describing(id)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void ofWhatIsPublishedTheCentreWritesTranslationsAndTheKeeperTheRest() throws Exception {
    long id = published(code());
    asWriter();
    assertThatThrownBy(() -> desk.writing(id, "en")).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.describing(id)).isInstanceOf(NotAllowed.class);
    desk.write(id, OpenText.NONE, new TextEdit("fr", "Titre", "Résumé", "Texte"), false, false);

    asKeeper();
    OpenText master = desk.writing(id, "en");
    long before = catalog.revision();
    desk.write(id, master.version(), new TextEdit("en", "Anew", "S", "B"), false, false);
    assertThat(catalog.revision()).as("feeds are written anew").isGreaterThan(before);
    assertThat(stale(id)).containsExactly(false, true);

    asWriter();
    OpenText french = desk.writing(id, "fr");
    assertThat(french.stale()).isTrue();
    assertThat(french.master().title()).isEqualTo("Anew");
    desk.write(id, french.version(), new TextEdit("fr", "Nouveau", "R", "T"), false, true);
    assertThat(stale(id)).containsExactly(false, false);
  }

  @Test
  void whatWasChangedMeanwhileIsNotOverwritten() throws Exception {
    long id = drafted(code());
    int seen = version(id);
    desk.describe(id, seen, edit("", ""));

    assertThatThrownBy(() -> desk.describe(id, seen, edit("", "")))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> desk.submit(id, seen)).isInstanceOf(ChangedMeanwhile.class);
    int text = desk.writing(id, "en").version();
    desk.write(id, text, new TextEdit("en", "A", "", ""), false, false);
    assertThatThrownBy(() -> desk.write(id, text, new TextEdit("en", "B", "", ""), false, false))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(
            () -> desk.write(id, OpenText.NONE, new TextEdit("en", "B", "", ""), false, false))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aCodeThatIsTakenIsNamed() throws Exception {
    String code = code();
    drafted(code);

    assertThat(problems(() -> desk.draft(edit(code, ""), text("T"))).get("code"))
        .isEqualTo(new CourseProblem("code.taken", code));
  }

  @Test
  void aCircleOfPrerequisitesIsRefusedByName() throws Exception {
    String first = code();
    long one = published(first);
    String second = code();
    asWriter();
    long two = desk.draft(edit(second, first), text("Two"));
    finish(two);

    asKeeper();
    assertThat(problems(() -> desk.describe(one, version(one), edit("", second))).get("requires"))
        .isEqualTo(new CourseProblem("requires.circle", first + " → " + second + " → " + first));
  }

  @Test
  void aRetiredCourseLeadsOnAndItsSuccessorIsAnotherPublishedOne() throws Exception {
    String code = code();
    long id = published(code);
    assertThat(problems(() -> desk.retire(id, version(id), "NONE", false)))
        .containsKey("successor");
    assertThat(problems(() -> desk.retire(id, version(id), code, false))).containsKey("successor");

    desk.retire(id, version(id), "DEMO-HS-101", false);

    CourseDetail retired = catalog.find(code, Language.EN).orElseThrow();
    assertThat(retired.retired()).isTrue();
    assertThat(retired.successor().code()).isEqualTo("DEMO-HS-101");
    assertThat(catalog.all(Language.EN)).extracting(CourseTitle::code).doesNotContain(code);
  }

  @Test
  void whoDraftsWhatAnotherCentreOffersIsTold() {
    scenario.asAdministrator();
    long draft = scenario.number("SELECT id FROM course WHERE code = 'DEMO-VAL-121'");

    List<SimilarCourse> similar = desk.open(draft, Language.EN).similar();

    assertThat(similar).isNotEmpty();
    assertThat(similar.get(0).course().code()).isEqualTo("DEMO-VAL-120");
    assertThat(similar.get(0).centreCode()).isEqualTo("DEMO-RTC-XQ1");
    assertThat(similar.get(0).themes()).containsExactly("VALUATION");
    assertThat(similar.get(0).title()).isGreaterThan(60);
  }

  @Test
  void aDraftIsHeldAgainstManyInAsManyStatementsAsAgainstOne() throws Exception {
    scenario.asAdministrator();
    long draft = scenario.number("SELECT id FROM course WHERE code = 'DEMO-VAL-121'");
    catalog.size();
    desk.open(draft, Language.EN);

    assertThat(Statements.of(() -> desk.open(draft, Language.EN))).hasSizeBetween(1, 12);
  }

  @Test
  void aPageOfTheDeskCostsAsManyStatementsAsOneRow() throws Exception {
    asKeeper();
    CourseDeskFilter all = CourseDeskFilter.everything();
    assertThat(desk.count(all)).isGreaterThan(3);
    int one = Statements.of(() -> desk.list(all, new Slice(0, 1, null, true), Language.EN)).size();

    assertThat(Statements.of(() -> desk.list(all, new Slice(0, 25, "state", false), Language.EN)))
        .hasSize(one)
        .hasSizeBetween(1, 4);
    assertThat(desk.list(all, new Slice(0, 25, null, true), Language.EN))
        .noneMatch(course -> course.state() == CourseState.DRAFT)
        .allMatch(course -> course.catalogue() == CatalogueKind.REGION);
    assertThat(desk.count(new CourseDeskFilter("corridor", null))).isEqualTo(1);
    assertThat(desk.count(new CourseDeskFilter(null, "retired"))).isLessThan(desk.count(all));
  }

  private List<Boolean> stale(long id) {
    return desk.open(id, Language.EN).course().texts().stream().map(LanguageText::stale).toList();
  }

  private long drafted(String code) throws InvalidCourse {
    asWriter();
    return desk.draft(edit(code, ""), text("A course on its way"));
  }

  private long submitted(String code) throws InvalidCourse {
    long id = drafted(code);
    written(id);
    desk.submit(id, version(id));
    return id;
  }

  private long published(String code) throws InvalidCourse {
    long id = submitted(code);
    asKeeper();
    desk.publish(id, version(id));
    return id;
  }

  private void finish(long id) throws InvalidCourse {
    written(id);
    desk.submit(id, version(id));
    asKeeper();
    desk.publish(id, version(id));
  }

  private void written(long id) throws InvalidCourse {
    desk.write(
        id,
        desk.writing(id, "en").version(),
        new TextEdit("en", "A course on its way", "In short.", "At length."),
        false,
        false);
  }

  private int version(long id) {
    return desk.open(id, Language.EN).version();
  }

  private void asWriter() {
    scenario.asHolder(writer, Scenario.MEMBER);
  }

  private void asKeeper() {
    scenario.asHolder(keeper, Scenario.MEMBER);
  }

  private static String code() {
    return "DEMO-"
        + UUID.randomUUID().toString().substring(0, 18).toUpperCase(java.util.Locale.ROOT);
  }

  private static CourseEdit edit(String code, String requires) {
    return new CourseEdit(
        code,
        Scenario.CENTRE,
        "region",
        "CONTINUITY",
        List.of(),
        "basic",
        "workshop",
        "7",
        List.of("manager"),
        "",
        "",
        requires,
        List.of("continuity:1"),
        "",
        "");
  }

  private static TextEdit text(String title) {
    return new TextEdit("en", title, "", "");
  }

  private static java.util.Map<String, CourseProblem> problems(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
    InvalidCourse refused = catchThrowableOfType(InvalidCourse.class, deed);
    assertThat(refused).as("refused").isNotNull();
    return refused.problems();
  }
}
