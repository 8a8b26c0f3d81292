package org.portolan.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.platform.i18n.Language;

class ReferenceRulesTest {
  private final ReferenceRules rules =
      new ReferenceRules(
          new Directory() {
            @Override
            public Optional<RegionSummary> findRegion(String code) {
              return code.equals("WCA")
                  ? Optional.of(new RegionSummary("WCA", "WCA", null, "fr"))
                  : Optional.empty();
            }

            @Override
            public Optional<MemberSummary> findMember(String code) {
              return code.equals("XS")
                  ? Optional.of(
                      new MemberSummary(
                          "XS", "WCA", null, "UTC", "fr", "Sankor", null, true, "011", true))
                  : Optional.empty();
            }
          });

  @Test
  void aCentreThatIsCompleteIsTaken() {
    assertThat(rules.problems(ReferenceKind.BODY, centre())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "name.ar,'',missing",
    "kind,'',missing",
    "kind,palace,choice",
    "region,'',missing",
    "region,wca,choice",
    "member,ZZ,choice",
    "city,'',missing",
    "latitude,'',missing",
    "latitude,91,degrees",
    "latitude,'3,7',degrees",
    "longitude,-180.5,degrees",
    "longitude,1e2,degrees",
    "zone,Africa/Nowhere,zone",
    "zone,'',missing",
    "languages,'',missing",
    "languages,fr xx,choice",
    "since,20,year",
    "website,javascript:alert(1),website",
    "website,https://a@b.example,website",
    "website,https://,website",
    "closed,2026-02-30,day",
    "closed,2014-12-31,unopened"
  })
  void aCentreWithAFaultIsNot(String field, String value, String problem) {
    Map<String, String> values = centre();
    values.put(field, value);
    assertThat(rules.problems(ReferenceKind.BODY, values)).containsEntry(field, problem);
  }

  @Test
  void aBodyMayCloseInTheYearInWhichItOpened() {
    Map<String, String> values = centre();
    values.put("closed", "2015-01-01");
    assertThat(rules.problems(ReferenceKind.BODY, values)).isEmpty();
    values.put("since", "20");
    assertThat(rules.problems(ReferenceKind.BODY, values)).containsOnlyKeys("since");
    values.put("since", "");
    assertThat(rules.problems(ReferenceKind.BODY, values)).isEmpty();
  }

  @Test
  void aDonorNeedsNoMoreThanAName() {
    Map<String, String> values = centre();
    for (String field : ReferenceKind.BODY.fields()) {
      if (!field.startsWith("name.")) {
        values.put(field, "");
      }
    }
    values.put("kind", "donor");
    assertThat(rules.problems(ReferenceKind.BODY, values)).isEmpty();
    values.put("latitude", "3");
    assertThat(rules.problems(ReferenceKind.BODY, values)).containsOnlyKeys("longitude");
  }

  @ParameterizedTest
  @CsvSource({
    "2026,,,",
    "2026-07,2028-06,,",
    "2026,2026-03,,",
    ",,2024,",
    ",,,since missing",
    "26,,,since month",
    "2026-13,,,since month",
    "2026,2025,,until reversed",
    ",2025,2024,until since",
    "2026,later,,until month"
  })
  void aTermSaysWhatIsKnown(String since, String until, String seen, String problem) {
    Map<String, String> values = new HashMap<>(Map.of("region", "WCA", "member", "XS"));
    values.put("since", since == null ? "" : since);
    values.put("until", until == null ? "" : until);
    values.put("seen", seen == null ? "" : seen);
    Map<String, String> problems = rules.problems(ReferenceKind.VICE_CHAIR, values);
    if (problem == null) {
      assertThat(problems).isEmpty();
    } else {
      String[] parts = problem.split(" ");
      assertThat(problems).containsEntry(parts[0], parts[1]);
    }
  }

  private static Map<String, String> centre() {
    Map<String, String> values = new HashMap<>();
    for (Language language : Language.values()) {
      values.put("name." + language.code(), "Centre");
    }
    values.putAll(
        Map.of(
            "kind", "rtc",
            "region", "WCA",
            "member", "XS",
            "city", "Sankor",
            "latitude", "3.75",
            "longitude", "-4.34",
            "zone", "Africa/Abidjan",
            "languages", "fr en",
            "since", "2015",
            "website", "https://centre.example/"));
    values.put("closed", "");
    return values;
  }
}
