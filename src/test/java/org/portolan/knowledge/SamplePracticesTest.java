package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplePracticesTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 8, 0);

  @Test
  void theOnlyLanguageIsTheOriginal() {
    assertThat(SamplePractices.originalLanguage("DEMO-PR-002", Set.of("pt"))).isEqualTo("pt");
  }

  @Test
  void translationsAreToldFromOriginals() {
    assertThat(SamplePractices.originalLanguage("DEMO-PR-001", Set.of("en", "fr"))).isEqualTo("en");
    assertThat(SamplePractices.originalLanguage("DEMO-PR-019", Set.of("en", "fr"))).isEqualTo("fr");
    assertThat(SamplePractices.originalLanguage("DEMO-PR-030", Set.of("en", "pt"))).isEqualTo("pt");
    assertThat(SamplePractices.originalLanguage("DEMO-PR-041", Set.of("en", "es"))).isEqualTo("es");
    assertThat(SamplePractices.originalLanguage("DEMO-PR-060", Set.of("ar", "fr"))).isEqualTo("ar");
  }

  @Test
  void aFewWaitToBeLookedAtAgain() {
    LocalDateTime published = LocalDateTime.of(2020, 3, 1, 8, 0);
    assertThat(SamplePractices.reviewOn("DEMO-PR-012", published, NOW)).isBefore("2026-11-24");
    assertThat(SamplePractices.reviewOn("DEMO-PR-013", published, NOW)).isEqualTo("2028-03-01");
  }

  @Test
  void aPracticeIsPublishedAfterItsYearAndNeverInTheFuture() {
    assertThat(SamplePractices.publishedAt("DEMO-PR-007", 2022, NOW))
        .isAfter("2023-01-01T00:00:00")
        .isBefore("2024-01-01T00:00:00");
    assertThat(SamplePractices.publishedAt("DEMO-PR-007", 2026, NOW)).isBefore(NOW);
  }
}
