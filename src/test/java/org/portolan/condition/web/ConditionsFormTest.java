package org.portolan.condition.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.eligibility.Eligibility;
import org.portolan.eligibility.Flaw;

class ConditionsFormTest {
  private final Map<String, String> typed = new HashMap<>();

  private ConditionsForm row(int place, String join, String kind, String which, String much) {
    typed.put("join-" + place, join);
    typed.put("kind-" + place, kind);
    typed.put("which-" + place, which);
    typed.put("much-" + place, much);
    return ConditionsForm.typed(typed::get);
  }

  @Test
  void whatIsKeptIsShownAndMakesTheSameAgain() {
    Eligibility kept =
        Eligibility.of("competency:origin:2|course:HS-1:24 member:XN,XS: no-overlap:: in-post::6");
    ConditionsForm form = ConditionsForm.of(kept);
    assertThat(form.getRows()).hasSize(7);
    assertThat(form.getRows().get(1).alternative()).isTrue();
    assertThat(form.getRows().get(2).which()).isEqualTo("XN XS");
    assertThat(form.conditions()).isEqualTo(kept);
    assertThat(form.isFlawed()).isFalse();
  }

  @Test
  void codesAreReadHoweverTheyAreTyped() {
    row(0, "", "member", " xs,  xn ", "");
    row(2, "", "speaks", "FR", "b2");
    row(3, "", "no-overlap", "whatever", "");
    assertThat(row(5, "or", "course", "demo-hs-101", "").conditions().text())
        .isEqualTo("member:XN,XS: speaks:fr:B2 no-overlap::|course:DEMO-HS-101:");
  }

  @Test
  void thatTheFirstIsEnoughInPlaceOfNothingMeansNothing() {
    assertThat(row(0, "or", "in-post", "", "3").conditions().text()).isEqualTo("in-post::3");
  }

  @Test
  void whatIsWrongIsToldBesideItsRowAndNothingIsLost() {
    row(0, "", "in-post", "", "3");
    row(1, "", "competency", "origin", "nine");
    row(2, "", "", "fr", "");
    ConditionsForm form = row(3, "", "course", "", "");
    assertThat(form.conditions()).isNull();
    assertThat(form.isFlawed()).isTrue();
    assertThat(form.getRows())
        .extracting(ConditionsForm.Row::problem)
        .containsExactly("", "much", "kind", "which", "", "");
    assertThat(form.getRows().get(1).much()).isEqualTo("nine");
  }

  @Test
  void aFlawOfARequirementIsToldWhereItBegins() {
    row(0, "", "in-post", "", "3");
    row(1, "or", "speaks", "fr", "B1");
    ConditionsForm form = row(2, "", "region", "XX", "");
    form.flaws(List.of(new Flaw(1, Flaw.Kind.UNKNOWN)));
    assertThat(form.getRows())
        .extracting(ConditionsForm.Row::problem)
        .containsExactly("", "", "unknown", "", "");
  }

  @Test
  void emptyRowsAreNoConditions() {
    assertThat(row(0, "or", "", "", "").conditions()).isEqualTo(Eligibility.NONE);
    assertThat(row(0, "or", "", "", "").getRows()).hasSize(2);
  }
}
