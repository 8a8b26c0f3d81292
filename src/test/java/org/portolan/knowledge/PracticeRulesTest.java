package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.LocalName;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.thesaurus.ThemeNames;

class PracticeRulesTest {
  private static final Set<String> OWN = Set.of("WCA");

  private final PracticeRules rules =
      new PracticeRules(
          new Directory() {
            @Override
            public Optional<MemberSummary> findMember(String code) {
              LocalName name = new LocalName("S", "S", "S", "S", "S", "S");
              return code.equals("XS")
                  ? Optional.of(
                      new MemberSummary(
                          "XS", "WCA", name, "UTC", "fr", "Sankor", null, true, "011", true))
                  : Optional.empty();
            }
          },
          new ThemeNames() {
            @Override
            public boolean knows(String code) {
              return code.equals("PCA");
            }
          },
          Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC));

  @Test
  void aCompletePracticeMayBePublished() {
    assertThat(rules.problems(edit("WCA", "XS", "PCA", "2026", "fr", "T", "S", "B"), OWN, true))
        .isEmpty();
  }

  @Test
  void aDraftNeedsNeitherSummaryNorText() {
    PracticeEdit draft = edit("WCA", null, "PCA", "2024", "fr", "T", "", "");

    assertThat(rules.problems(draft, OWN, false)).isEmpty();
    assertThat(rules.problems(draft, OWN, true)).containsOnlyKeys("summary", "body");
  }

  @Test
  void everyWrongFieldIsNamed() {
    assertThat(rules.problems(edit("AP", "XS", "X", "20x4", "xx", "", "", ""), OWN, false))
        .containsOnlyKeys("title", "language", "region", "member", "theme", "year");
  }

  @Test
  void tooLongIsSaidAndNotCut() {
    PracticeEdit edit =
        edit("WCA", null, "PCA", "2024", "fr", "x".repeat(201), "x".repeat(401), "b");

    assertThat(rules.problems(edit, OWN, true))
        .containsEntry("title", "title.long")
        .containsEntry("summary", "summary.long");
  }

  @Test
  void theFutureIsNoYear() {
    assertThat(rules.problems(edit("WCA", null, "PCA", "2027", "fr", "T", "S", "B"), OWN, true))
        .containsOnlyKeys("year");
  }

  private static PracticeEdit edit(
      String region,
      String member,
      String theme,
      String year,
      String language,
      String title,
      String summary,
      String body) {
    return new PracticeEdit(region, member, theme, year, language, title, summary, body);
  }
}
