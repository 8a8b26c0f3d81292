package org.portolan.finding;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.SearchResult;

/** Searching the whole demo world with the index that the application keeps. */
@ArquillianTest
class FindingIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject private Finding finding;
  @Inject private Scenario scenario;

  @Test
  void everyFacetValueClickedShowsAsManyAsItSaid() {
    for (String words : List.of("", "customs", "valuation", "الجمارك", "évaluation", "контроль")) {
      SearchResult all = finding.find(words, Language.EN, Map.of(), null, 10);
      assertThat(all.total()).as("found for %s", words).isPositive();
      int clicked = 0;
      for (String dimension : Facet.counted()) {
        for (var value : all.facets().getOrDefault(dimension, List.of())) {
          Map<String, Set<String>> filters = Map.of(dimension, Set.of(value.value()));
          assertThat(finding.find(words, Language.EN, filters, null, 10).total())
              .as("%s with %s = %s", words, dimension, value.value())
              .isEqualTo(value.count());
          clicked++;
        }
      }
      assertThat(clicked).as("values offered for %s", words).isGreaterThan(5);
    }
  }

  @Test
  void theSessionsThatACourseStandsForAreFoundByItsCode() {
    int led = 0;
    for (String words : List.of("customs", "valuation", "origin", "risk")) {
      SearchAddress address = new SearchAddress(words, Map.of());
      for (SearchResult.Hit hit : finding.page(address, Language.EN, null, 50).hits()) {
        if (hit.others() > 0 && hit.kind().equals("course")) {
          SearchAddress sessions =
              SearchAddress.parse(address.sessionsOf(hit.code()).substring("/search?".length()));
          SearchResult found = finding.page(sessions, Language.EN, null, 50);
          assertThat(found.total()).as("%s: %s", words, hit.code()).isEqualTo(hit.others());
          assertThat(found.hits())
              .allMatch(each -> each.kind().equals("session"))
              .allMatch(each -> each.facets().get("course").equals(Set.of(hit.code())));
          led++;
        }
      }
    }
    assertThat(led).as("courses that stand for sessions").isPositive();
  }

  @Test
  void aSearchAsksTheDatabaseNothingAtAll() throws Exception {
    assertThat(
            Statements.of(() -> finding.find("customs valuation", Language.EN, Map.of(), null, 10)))
        .isEmpty();
  }

  @Test
  void whatIsLikeAnItemAsksTheDatabaseNothingAtAll() throws Exception {
    assertThat(finding.similar("practice", "DEMO-PR-001", Language.FR).items()).isNotEmpty();
    assertThat(Statements.of(() -> finding.similar("course", "DEMO-HS-101", Language.EN)))
        .isEmpty();
    assertThat(finding.similar("course", "DEMO-PR-001", Language.EN).known()).isFalse();
  }

  @Test
  void whatIsPublishedIsFoundSoon() throws InterruptedException {
    long before = sessions();
    scenario.session(3, Chain.NONE);

    Instant limit = Instant.now().plus(SOON);
    while (sessions() == before && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    assertThat(sessions()).isEqualTo(before + 1);
  }

  private long sessions() {
    return finding.find("", Language.EN, Map.of("type", Set.of("session")), null, 1).total();
  }

  @BeforeEach
  void awaitIndex() throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (!finding.find("", Language.EN, Map.of(), null, 1).ready()
        && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
  }
}
