package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;

/**
 * Links of practices: of one version, seen from both ends, and only by who may read what is there.
 */
@ArquillianTest
class PracticeLinksIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String REGION = "WCA";

  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private PracticeLinks links;
  @Inject private PracticeReading reading;
  @Inject private Search search;
  @Inject private Scenario scenario;

  private long author;
  private long colleague;

  @BeforeEach
  void twoEditors() {
    author = editor();
    colleague = editor();
    as(author);
  }

  @Test
  void bothEndsShowALinkOnceItsVersionIsPublished() throws Exception {
    String first = published("all", List.of());
    await(first);
    String second =
        published("all", List.of(PracticeLink.to(LinkKind.PRACTICE, first, "builds-on"), RKC));

    scenario.asNobody();
    assertThat(shown(second)).containsExactly(title(first), "Kyoto Convention, Standard 6.6");
    assertThat(links.on(LinkKind.PRACTICE, first, Language.EN))
        .extracting(LinkingPractice::code, LinkingPractice::relation)
        .containsExactly(tuple(second, LinkRelation.BUILDS_ON));

    as(author);
    knowledge.save(second, base(second), edit("all", List.of()), true);
    scenario.asNobody();
    assertThat(shown(second)).as("the working copy is nobody's to see").hasSize(2);
    assertThat(links.on(LinkKind.PRACTICE, first, Language.EN)).hasSize(1);
    as(author);
    assertThat(workflow.difference(second, 1, null))
        .extracting(FieldDifference::field)
        .contains("links");

    knowledge.handIn(second, base(second), edit("all", List.of()), true, "");
    as(colleague);
    workflow.approve(second, version(second));
    scenario.asNobody();
    assertThat(shown(second)).isEmpty();
    assertThat(links.on(LinkKind.PRACTICE, first, Language.EN)).isEmpty();

    as(author);
    workflow.restore(second, version(second), 1);
    assertThat(knowledge.open(second, "en").edit().links()).hasSize(2);
  }

  @Test
  void nobodyIsShownALinkToWhatTheyMayNotReadNorFromIt() throws Exception {
    String hidden = published("region", List.of());
    await(hidden);
    String open = published("all", List.of(PracticeLink.to(LinkKind.PRACTICE, hidden, "replaces")));
    String inside =
        published("region", List.of(PracticeLink.to(LinkKind.PRACTICE, open, "related")));

    assertThat(shown(open)).containsExactly(title(hidden));
    assertThat(links.on(LinkKind.PRACTICE, open, Language.EN))
        .extracting(LinkingPractice::code)
        .containsExactly(inside);
    assertThat(relations(open)).isEmpty();
    scenario.asNobody();
    assertThat(shown(open)).isEmpty();
    assertThat(links.on(LinkKind.PRACTICE, open, Language.EN)).isEmpty();
    assertThat(knowledge.inFull(open).orElseThrow().links()).hasSize(1);
    assertThatThrownBy(() -> links.find("Practice", Language.EN, null))
        .isInstanceOf(NotSignedIn.class);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThatThrownBy(() -> links.find("Practice", Language.EN, null))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void editorsAreToldOfALinkThatLeadsNowhere() throws Exception {
    String first = published("all", List.of());
    await(first);
    String second = published("all", List.of(PracticeLink.to(LinkKind.PRACTICE, first, "")));
    assertThat(links.all(knowledge.open(second, "en").edit().links(), Language.EN))
        .extracting(ShownLink::broken)
        .containsExactly(false);
    assertThat(relations(second)).containsExactly("/knowledge/" + first);

    workflow.archive(first, version(first), "");
    awaitGone(first);
    assertThat(links.all(knowledge.open(second, "en").edit().links(), Language.EN))
        .extracting(ShownLink::broken)
        .containsExactly(true);
    assertThat(relations(second)).isEmpty();
    scenario.asNobody();
    assertThat(shown(second)).isEmpty();
  }

  @Test
  void whatCanBeConnectedIsFoundByItsCodeAndByItsTitle() throws Exception {
    String first = published("all", List.of());
    await(first);
    assertThat(links.find(first, Language.EN, null))
        .extracting(each -> each.link().target())
        .contains(first);
    assertThat(links.find(title(first), Language.EN, null).get(0).link().target()).isEqualTo(first);
    assertThat(links.find(first, Language.EN, first))
        .extracting(each -> each.link().target())
        .doesNotContain(first);
  }

  @Test
  void lookingFromTheOtherEndTakesAsManyStatementsHoweverManyNameIt() throws Exception {
    String first = published("all", List.of());
    PracticeLink link = PracticeLink.to(LinkKind.PRACTICE, first, "related");
    published("all", List.of(link));
    int one = Statements.of(() -> links.on(LinkKind.PRACTICE, first, Language.EN)).size();
    published("all", List.of(link));
    published("all", List.of(link));
    scenario.asNobody();
    assertThat(links.on(LinkKind.PRACTICE, first, Language.EN)).hasSize(3);
    assertThat(Statements.of(() -> links.on(LinkKind.PRACTICE, first, Language.EN)))
        .hasSizeLessThanOrEqualTo(one)
        .hasSizeLessThanOrEqualTo(2);
  }

  private static final PracticeLink RKC =
      PracticeLink.toInstrument("Kyoto Convention", "Standard 6.6", "https://www.wcoomd.org/rkc");

  private List<String> shown(String code) {
    return links
        .visible(knowledge.find(code, Language.EN).orElseThrow().links(), Language.EN)
        .stream()
        .map(ShownLink::title)
        .toList();
  }

  private List<String> relations(String code) {
    return reading
        .find(List.of(scenario.number("SELECT id FROM practice WHERE code = ?", code)))
        .get(0)
        .relations();
  }

  private String published(String readers, List<PracticeLink> all) throws Exception {
    as(author);
    String code = knowledge.draftAndHandIn(edit(readers, all), "");
    as(colleague);
    workflow.approve(code, version(code));
    as(author);
    return code;
  }

  private String title(String code) {
    return scenario.text(
        "SELECT title FROM practice_text WHERE practice_id = (SELECT id FROM practice WHERE code = '"
            + code
            + "')");
  }

  private long editor() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.mandate(person, Office.EDITOR, Scope.region(REGION));
    return person;
  }

  private void as(long person) {
    scenario.asHolder(person, Scenario.MEMBER);
  }

  private int version(String code) {
    return workflow.standing(code, Language.EN).version();
  }

  private PracticeBase base(String code) {
    return knowledge.open(code, "en").base();
  }

  private PracticeEdit edit(String readers, List<PracticeLink> all) {
    String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vex";
    return new PracticeEdit(
        REGION,
        null,
        scenario.text("SELECT MIN(code) FROM theme"),
        "2026",
        "en",
        "Practice " + word,
        "About " + word,
        new PracticeBody(
            Map.of(
                Section.CONTEXT, "A post.",
                Section.PROBLEM, "Slow.",
                Section.DONE, "Done.",
                Section.RESULT, "Fast."),
            ""),
        new Source("cc-by-4.0", "Customs of Sankor", "2026-01-05", readers),
        all,
        "training");
  }

  private void await(String code) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (hits(code) == 0 && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
  }

  private void awaitGone(String code) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (hits(code) > 0 && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
  }

  private long hits(String code) {
    return search
        .search(SearchQuery.of("code:" + code, "en").visibleTo(Set.of("reader@platform:*")).build())
        .total();
  }
}
