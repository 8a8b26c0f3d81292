package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.search.SearchResult.Hit;
import org.portolan.platform.security.Scope;

/** What is written in one language is found in another, and says why. */
@ArquillianTest
class CrossLanguageIT {
  private static final Duration SOON = Duration.ofSeconds(2);

  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private Search search;
  @Inject private Scenario scenario;

  @Test
  void anEnglishAcronymFindsASpanishPracticeSoonAfterItWasPublished() throws Exception {
    String year = String.valueOf(1990 + Math.floorMod(UUID.randomUUID().hashCode(), 10));
    scenario.asEditor("WCA");
    String code = knowledge.draftAndHandIn(spanish(year), "");
    approve(code);

    Optional<Hit> found = Optional.empty();
    Instant limit = Instant.now().plus(SOON);
    while (found.isEmpty() && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
      found = find("PCA", year, code);
    }

    assertThat(found).as("%s within %s", code, SOON).isPresent();
    assertThat(found.get().titleLanguage()).isEqualTo("es");
    assertThat(found.get().reasons())
        .isNotEmpty()
        .allSatisfy(
            reason -> {
              assertThat(reason.typed()).isEqualTo("PCA");
              assertThat(reason.wording().concept()).isEqualTo("post-clearance-audit");
            });
    // the Arabic, Russian and French of it find the same
    assertThat(find("التدقيق اللاحق", year, code)).isPresent();
    assertThat(find("CAP", "fr", year, code)).isPresent();
  }

  @Test
  void theThesaurusIsAskedFromMemory() throws Exception {
    find("PCA", "2020", "none");
    assertThat(Statements.of(() -> find("detector dogs PCA single window", "2020", "none")))
        .isEmpty();
  }

  private Optional<Hit> find(String words, String year, String code) {
    return find(words, "en", year, code);
  }

  private Optional<Hit> find(String words, String language, String year, String code) {
    return search
        .search(SearchQuery.of(words, language).filter("year", year).limit(50).build())
        .hits()
        .stream()
        .filter(hit -> hit.code().equals(code))
        .findFirst();
  }

  private void approve(String code) {
    long colleague = scenario.officer(Scenario.MEMBER);
    scenario.mandate(colleague, Office.EDITOR, Scope.region("WCA"));
    scenario.asHolder(colleague, Scenario.MEMBER);
    workflow.approve(code, workflow.standing(code, Language.EN).version());
  }

  private PracticeEdit spanish(String year) {
    return new PracticeEdit(
        "WCA",
        null,
        scenario.text("SELECT MIN(code) FROM theme"),
        year,
        "es",
        "Visitas a empresas pequeñas",
        "Un equipo nuevo con poco tiempo",
        new PracticeBody(
            Map.of(
                Section.CONTEXT, "Una aduana con pocos medios.",
                Section.PROBLEM, "Nadie conocía a las empresas.",
                Section.DONE, "La auditoría posterior al despacho empieza con una llamada.",
                Section.RESULT, "Las visitas duran un día."),
            ""),
        new Source("cc-by-4.0", "Aduana de Sankor", "2026-01-05", "all"));
  }
}
