package org.portolan.enrolment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.seat.Group;
import org.portolan.seat.SeatRules;

class RulesFormTest {
  private static final Instant STARTS = Instant.parse("2027-03-08T09:00:00Z");

  private final Map<String, String> typed =
      new HashMap<>(Map.of("queue", "0", "margin", "0", "offer", "0", "quiet", "0"));

  private SeatRules rules(RulesForm form) {
    return form.rules(SeatRules.plain(20, STARTS), "UTC", group -> !group.code().equals("999"));
  }

  private void row(String of, int place, String kind, String code, String count) {
    typed.put(of + "-kind-" + place, kind);
    typed.put(of + "-code-" + place, code);
    typed.put(of + "-count-" + place, count);
  }

  @Test
  void subregionsAndLeastDevelopedCountriesAreGroups() {
    row("q", 0, "subregion", "011", "5");
    row("q", 1, "least-developed", "", "8");
    row("h", 0, "least-developed", "whatever", "3");
    typed.put("h-until-0", "2027-02-01");
    SeatRules rules = rules(RulesForm.typed(typed::get));
    assertThat(rules.quotas())
        .extracting(quota -> quota.text())
        .containsExactly("least-developed:yes:8", "subregion:011:5");
    assertThat(rules.holds())
        .extracting(hold -> hold.group())
        .containsExactly(Group.LEAST_DEVELOPED);

    RulesForm shown = RulesForm.of(rules, "UTC");
    assertThat(shown.is("q-kind-0", "least-developed")).isTrue();
    assertThat(shown.value("q-code-0")).isEmpty();
    assertThat(shown.is("q-kind-1", "subregion")).isTrue();
    assertThat(shown.value("q-code-1")).isEqualTo("011");
    assertThat(shown.value("h-until-0")).isEqualTo("2027-02-01");
  }

  @Test
  void aSubregionThatIsNotThereIsNamedBesideItsRow() {
    row("q", 0, "subregion", "999", "5");
    RulesForm form = RulesForm.typed(typed::get);
    assertThat(rules(form)).isNull();
    assertThat(form.problem("q-code-0")).isEqualTo("group");
  }
}
