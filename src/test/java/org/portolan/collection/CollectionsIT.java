package org.portolan.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.finding.Finding;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Editors put practices together; readers see of them what they may read. */
@ArquillianTest
class CollectionsIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String OPEN = "DEMO-PR-049";
  private static final String OTHER = "DEMO-PR-063";

  /** For the region WCA alone. */
  private static final String NARROW = "DEMO-PR-073";

  @Inject private Collections collections;
  @Inject private Finding finding;
  @Inject private Scenario scenario;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  private static CollectionEdit edit(String title, String... codes) {
    return new CollectionEdit(
        "WCA",
        Map.of("en", new CollectionText(title, ""), "fr", new CollectionText("F " + title, "")),
        List.of(codes));
  }

  private long published(String title, String... codes) throws InvalidCollection {
    scenario.asEditor("WCA");
    long id = collections.add(edit(title, codes));
    collections.publish(id, collections.open(id).version());
    return id;
  }

  private List<String> codes(long id) {
    return collections.find(id, Language.EN).practices().stream()
        .map(PracticeSummary::code)
        .toList();
  }

  @Test
  void readersSeeInOrderAndCountWhatTheyMayRead() throws Exception {
    long id = published("Seals", OTHER, NARROW, OPEN);
    assertThat(codes(id)).containsExactly(OTHER, NARROW, OPEN);
    scenario.asNobody();
    assertThat(codes(id)).containsExactly(OTHER, OPEN);
    assertThat(count(id)).isEqualTo(2);
    scenario.as(scenario.officer("XN"), "XN");
    assertThat(count(id)).isEqualTo(2);
    scenario.as(scenario.officer("XS"), "XS");
    assertThat(count(id)).isEqualTo(3);
    assertThat(collections.find(id, Language.FR).summary().title()).isEqualTo("F Seals");
    assertThat(collections.find(id, Language.RU).summary().language()).isEqualTo("en");
    assertThat(collections.find(id, Language.FR).own()).isFalse();
    scenario.asNobody();
    assertThat(Statements.of(() -> collections.published(Language.EN))).hasSizeLessThanOrEqualTo(4);
    assertThat(Statements.of(() -> collections.find(id, Language.EN))).hasSizeLessThanOrEqualTo(4);
  }

  private long count(long id) {
    long listed =
        collections.published(Language.EN).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow()
            .practices();
    assertThat(collections.find(id, Language.EN).summary().practices()).isEqualTo(listed);
    return listed;
  }

  @Test
  void onlyWhoMakesThemForTheRegionChangesThem() throws Exception {
    scenario.asEditor("WCA");
    long id = collections.add(edit("Mine", OPEN));
    scenario.asNobody();
    assertThatThrownBy(() -> collections.find(id, Language.EN)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> collections.add(edit("x"))).isInstanceOf(NotSignedIn.class);
    scenario.as(scenario.officer("XS"), "XS");
    assertThatThrownBy(() -> collections.desk(Language.EN)).isInstanceOf(NotAllowed.class);
    scenario.asEditor("EUR");
    assertThatThrownBy(() -> collections.open(id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> collections.publish(id, 1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> collections.add(edit("Not mine", OPEN)))
        .isInstanceOfSatisfying(
            InvalidCollection.class, e -> assertThat(e.problems()).containsKey("region"));

    scenario.asEditor("WCA");
    OpenCollection opened = collections.open(id);
    assertThat(opened.edit().codes()).containsExactly(OPEN);
    collections.save(id, opened.version(), edit("Changed", OTHER, OPEN));
    assertThat(collections.open(id).edit().codes()).containsExactly(OTHER, OPEN);
    assertThatThrownBy(() -> collections.save(id, opened.version(), edit("Old form", OPEN)))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> collections.add(edit("x", "DEMO-NONE")))
        .isInstanceOfSatisfying(
            InvalidCollection.class, e -> assertThat(e.problems()).containsKey("codes"));
    long empty = collections.add(edit("Empty"));
    int version = collections.open(empty).version();
    assertThatThrownBy(() -> collections.publish(empty, version))
        .isInstanceOfSatisfying(
            InvalidCollection.class, e -> assertThat(e.problems()).containsEntry("codes", "none"));
  }

  @Test
  void whatIsPublishedIsFoundAndWhatIsTakenDownIsNot() throws Exception {
    String word = "word" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    long id = published("About " + word, OPEN);
    scenario.asNobody();
    assertThat(await(word, 1)).containsExactly("/collections/" + id);
    scenario.asEditor("WCA");
    collections.takeDown(id, collections.open(id).version());
    scenario.asNobody();
    assertThat(await(word, 0)).isEmpty();
    assertThatThrownBy(() -> collections.find(id, Language.EN)).isInstanceOf(NotFound.class);
  }

  private List<String> await(String word, int count) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    List<String> found;
    do {
      Thread.sleep(50);
      found =
          finding
              .find(word, Language.EN, Map.of("type", Set.of("collection")), null, 5)
              .hits()
              .stream()
              .map(hit -> hit.path())
              .toList();
    } while (found.size() != count && Instant.now().isBefore(limit));
    return found;
  }
}
