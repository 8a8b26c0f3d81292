package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.knowledge.PracticeRules.Wanted;
import org.portolan.platform.i18n.LocalName;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.thesaurus.ThemeNames;

class PracticeRulesTest {
  private static final Set<String> OWN = Set.of("WCA");
  private static final Source SOURCE =
      new Source("cc-by-4.0", "Customs of Sankor", "2026-01-05", "all");
  private static final PracticeBody BODY =
      new PracticeBody(
          Map.of(
              Section.CONTEXT, "C",
              Section.PROBLEM, "P",
              Section.DONE, "D",
              Section.RESULT, "R"),
          "");

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
    assertThat(
            rules.problems(edit("WCA", "XS", "PCA", "2026", "fr", "T", "S", "B"), OWN, Wanted.NEW))
        .isEmpty();
  }

  @Test
  void aPracticeThatIsNewHasSections() {
    PracticeEdit one = told(PracticeBody.of("All in one."));

    assertThat(rules.problems(one, OWN, Wanted.NEW))
        .containsOnlyKeys("context", "problem", "done", "result")
        .containsEntry("done", "done.missing");
    assertThat(rules.problems(one, OWN, Wanted.SHOWN)).isEmpty();
    assertThat(rules.problems(one, OWN, Wanted.DRAFT)).isEmpty();
  }

  @Test
  void onceBegunTheSectionsAreKeptWhole() {
    PracticeBody part = new PracticeBody(Map.of(Section.CONTEXT, "Where"), "All in one.");

    assertThat(rules.problems(told(part), OWN, Wanted.SHOWN))
        .containsOnlyKeys("problem", "done", "result");
    assertThat(rules.problems(told(PracticeBody.of("")), OWN, Wanted.SHOWN))
        .containsOnlyKeys("context", "problem", "done", "result");
  }

  @Test
  void costConditionsAndContactMayBeLeftOut() {
    assertThat(rules.problems(told(BODY), OWN, Wanted.NEW)).isEmpty();
    PracticeBody tooMuch =
        new PracticeBody(Map.of(Section.COST, "x".repeat(30_001)), "x".repeat(100_001));
    assertThat(rules.problems(told(tooMuch), OWN, Wanted.DRAFT))
        .containsEntry("cost", "section.long")
        .containsEntry("body", "body.long");
  }

  @Test
  void whatIsPublishedSaysWhoAgreedAndWhatOthersMayDo() {
    assertThat(from(Source.UNKNOWN, Wanted.SHOWN))
        .containsOnlyKeys("licence", "consentFrom", "consentOn");
    assertThat(from(Source.UNKNOWN, Wanted.DRAFT)).isEmpty();
    assertThat(from(new Source("mine", "x".repeat(201), "2026-11-25", "all"), Wanted.DRAFT))
        .containsEntry("licence", "licence.missing")
        .containsEntry("consentFrom", "consentFrom.long")
        .containsEntry("consentOn", "consentOn.wrong");
    assertThat(from(new Source("permission", "We", "2026-02-30", "all"), Wanted.NEW))
        .containsOnlyKeys("consentOn");
    assertThat(from(new Source("permission", "We", "2026-11-24", "all"), Wanted.NEW)).isEmpty();
  }

  private Map<String, String> from(Source source, Wanted wanted) {
    return rules.problems(
        new PracticeEdit("WCA", null, "PCA", "2024", "fr", "T", "S", BODY, source), OWN, wanted);
  }

  @Test
  void aDraftNeedsNeitherSummaryNorText() {
    PracticeEdit draft = edit("WCA", null, "PCA", "2024", "fr", "T", "", "");

    assertThat(rules.problems(draft, OWN, Wanted.DRAFT)).isEmpty();
    assertThat(rules.problems(draft, OWN, Wanted.NEW))
        .containsOnlyKeys("summary", "context", "problem", "done", "result");
  }

  @Test
  void everyWrongFieldIsNamed() {
    assertThat(rules.problems(edit("AP", "XS", "X", "20x4", "xx", "", "", ""), OWN, Wanted.DRAFT))
        .containsOnlyKeys("title", "language", "region", "member", "theme", "year");
  }

  @Test
  void tooLongIsSaidAndNotCut() {
    PracticeEdit edit =
        edit("WCA", null, "PCA", "2024", "fr", "x".repeat(201), "x".repeat(401), "b");

    assertThat(rules.problems(edit, OWN, Wanted.NEW))
        .containsEntry("title", "title.long")
        .containsEntry("summary", "summary.long");
  }

  @Test
  void aLineIsOneLineAndTurnsNothing() {
    PracticeEdit edit =
        edit(
            "WCA",
            null,
            "PCA",
            "2024",
            "fr",
            "Seals\u2028at \u202Eport",
            "\u2066One\u2029two",
            "B");

    assertThat(edit.title()).isEqualTo("Seals at port");
    assertThat(edit.summary()).isEqualTo("One two");
    assertThat(new Source("permission", "Customs\u202E of\u2028X", "", "all").consentFrom())
        .isEqualTo("Customs of X");
    assertThat(
            rules.problems(
                edit("WCA", null, "PCA", "2024", "fr", "\u202E", "S", "B"), OWN, Wanted.NEW))
        .containsEntry("title", "title.missing");
  }

  @Test
  void theFutureIsNoYear() {
    assertThat(
            rules.problems(edit("WCA", null, "PCA", "2027", "fr", "T", "S", "B"), OWN, Wanted.NEW))
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
    return new PracticeEdit(
        region,
        member,
        theme,
        year,
        language,
        title,
        summary,
        body.isEmpty() ? PracticeBody.of("") : BODY,
        SOURCE);
  }

  private static PracticeEdit told(PracticeBody body) {
    return new PracticeEdit("WCA", null, "PCA", "2024", "fr", "T", "S", body, SOURCE);
  }

  @Test
  void aLegalTextHasANameAndAnAddressOfTheWeb() {
    assertThat(problem(PracticeLink.toInstrument("Kyoto Convention", "", ""))).isNull();
    assertThat(problem(PracticeLink.toInstrument("Kyoto", "6.6", "https://www.wcoomd.org/a")))
        .isNull();
    assertThat(problem(PracticeLink.toInstrument("", "Standard 6.6", ""))).isEqualTo("links.name");
    for (String address :
        List.of(
            "javascript:alert(1)", "www.wcoomd.org", "https://a b", "https://a\"b", "ftp://a")) {
      assertThat(problem(PracticeLink.toInstrument("Kyoto", "", address)))
          .as(address)
          .isEqualTo("links.address");
    }
    assertThat(problem(PracticeLink.toInstrument("K".repeat(201), "", ""))).isEqualTo("links.long");
    PracticeLink[] many = new PracticeLink[21];
    Arrays.fill(many, PracticeLink.to(LinkKind.COURSE, "C", ""));
    assertThat(problem(many)).isEqualTo("links.many");
  }

  private String problem(PracticeLink... links) {
    PracticeEdit edit =
        new PracticeEdit(
            "WCA", null, "PCA", "2024", "fr", "T", "S", BODY, SOURCE, List.of(links), "");
    return rules.problems(edit, OWN, PracticeRules.Wanted.DRAFT).get("links");
  }

  @Test
  void aKindIsOneOfThoseThereAreOrNone() {
    for (String kind : new String[] {"", "lessons"}) {
      assertThat(ofKind(kind)).doesNotContainKey("kind");
    }
    assertThat(ofKind("poem")).containsEntry("kind", "kind.missing");
  }

  private Map<String, String> ofKind(String kind) {
    PracticeEdit edit =
        new PracticeEdit("WCA", null, "PCA", "2024", "fr", "T", "S", BODY, SOURCE, List.of(), kind);
    return rules.problems(edit, OWN, PracticeRules.Wanted.DRAFT);
  }
}
