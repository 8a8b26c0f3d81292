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
  void asManyRowsAsAreShownAreTaken() {
    for (int row = 0; row < 40; row++) {
      row("q", row, "member", "A" + (char) ('A' + row % 26) + row / 26, "1");
      row("h", row, "member", "B" + (char) ('A' + row % 26) + row / 26, "1");
      typed.put("h-until-" + row, "2027-02-01");
    }
    SeatRules rules =
        RulesForm.typed(typed::get).rules(SeatRules.plain(50, STARTS), "UTC", group -> true);
    assertThat(rules.quotas()).hasSize(40);
    assertThat(rules.holds()).hasSize(40);
    RulesForm shown = RulesForm.of(rules, "UTC");
    assertThat(shown.getHoldRows()).hasSize(42);
    assertThat(shown.value("h-count-39")).isEqualTo("1");
  }

  @Test
  void moreThanCanBeKeptIsSaid() {
    for (int row = 0; row < 200; row++) {
      row("h", row, "member", "B" + row, "1");
      typed.put("h-until-" + row, "2027-02-01");
    }
    RulesForm form = RulesForm.typed(typed::get);
    assertThat(form.rules(SeatRules.plain(500, STARTS), "UTC", group -> true)).isNull();
    assertThat(form.problem("holds")).isEqualTo("many");
  }

  @Test
  void aSubregionThatIsNotThereIsNamedBesideItsRow() {
    row("q", 0, "subregion", "999", "5");
    RulesForm form = RulesForm.typed(typed::get);
    assertThat(rules(form)).isNull();
    assertThat(form.problem("q-code-0")).isEqualTo("group");
  }

  @Test
  void whatARuleSaysStandsInTheFormAgain() {
    typed.putAll(Map.of("queue", "5000", "margin", "2", "offer", "48", "quiet", "3"));
    row("q", 0, "each", "", "2");
    row("q", 1, "female", "", "7");
    row("h", 0, "region", "wca", "4");
    typed.put("h-until-0", "2027-02-01");
    RulesForm form = RulesForm.typed(typed::get);
    SeatRules rules = rules(form);
    assertThat(form.getProblems()).isEmpty();
    assertThat(rules.queue()).isEqualTo(5000);
    RulesForm shown = RulesForm.of(rules, "UTC");
    assertThat(shown.value("queue")).isEqualTo("5000");
    assertThat(shown.value("margin")).isEqualTo("2");
    assertThat(shown.value("offer")).isEqualTo("48");
    assertThat(shown.value("quiet")).isEqualTo("3");
    assertThat(shown.value("h-code-0")).isEqualTo("WCA");
    assertThat(shown.value("h-count-0")).isEqualTo("4");
    assertThat(shown.getQuotaRows()).hasSizeGreaterThan(2).startsWith(0, 1, 2);
    assertThat(shown.getHoldRows()).hasSizeGreaterThan(1).startsWith(0, 1);
    assertThat(shown.is("h-kind-0", "member")).isFalse();
    assertThat(rules(shown)).isEqualTo(rules);
  }

  @Test
  void whatIsNoNumberOrDayIsNamed() {
    typed.put("queue", "5001");
    typed.put("margin", "some");
    row("h", 0, "region", "wca", "x");
    typed.put("h-until-0", "soon");
    RulesForm form = RulesForm.typed(typed::get);
    assertThat(rules(form)).isNull();
    assertThat(form.getProblems()).containsOnlyKeys("queue", "margin", "h-count-0", "h-until-0");
    assertThat(form.problem("h-until-0")).isEqualTo("day");
  }

  @Test
  void rulesThatContradictEachOtherAreNamedAndNotKept() {
    typed.put("queue", "5");
    typed.put("offer", "0");
    row("h", 0, "region", "wca", "500");
    typed.put("h-until-0", "2027-02-01");
    RulesForm form = RulesForm.typed(typed::get);
    assertThat(rules(form)).isNull();
    assertThat(form.getProblems()).isNotEmpty();
  }
}
