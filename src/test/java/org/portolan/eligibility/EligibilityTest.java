package org.portolan.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  private static final Occasion MARCH =
      new Occasion(7, LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 12));
  private static final String FOUR =
      "competency:origin:2 course:HS-1:|course:HS-2:24 in-post::12 speaks:fr:B2";

  /** A world in which XS is of WCA, XM of MENA, and HS-3 needs HS-2, which needs HS-1. */
  private static final Vocabulary WORLD =
      new Vocabulary() {
        private final Map<String, Set<String>> before =
            Map.of(
                "HS-3", Set.of("HS-2"), "HS-2", Set.of("HS-1"), "A", Set.of("B"), "B", Set.of("A"));

        @Override
        public boolean knows(Condition.Kind kind, String code) {
          return !code.startsWith("no-") && !(kind == Condition.Kind.COURSE && code.equals("fr"));
        }

        @Override
        public Optional<String> regionOf(String member) {
          return Optional.ofNullable(Map.of("XS", "WCA", "XM", "MENA").get(member));
        }

        @Override
        public Set<String> requiredBefore(String course) {
          return before.getOrDefault(course, Set.of());
        }
      };

  private static List<Flaw> flaws(String text) {
    return Eligibility.of(text).problems("HS-1", WORLD);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(Eligibility.of(FOUR).text()).isEqualTo(FOUR);
    assertThat(Eligibility.of(FOUR).all()).hasSize(4);
    assertThat(Eligibility.of("").all()).isEmpty();
    assertThat(Eligibility.NONE.text()).isEmpty();
    assertThat(Eligibility.of("")).isSameAs(Eligibility.NONE);
    assertThatThrownBy(() -> Eligibility.of("no-overlap::  in-post::1"))
        .isInstanceOf(InvalidCondition.class);
    assertThatThrownBy(() -> Eligibility.of("no-overlap::|")).isInstanceOf(InvalidCondition.class);
    assertThatThrownBy(() -> new Requirement(List.of())).isInstanceOf(InvalidCondition.class);
  }

  @Test
  void whatAsksForNothingIsOpen() {
    assertThat(Eligibility.NONE.open()).isTrue();
    assertThat(Eligibility.NONE.check(Somebody.known().facts(), MARCH).eligible()).isTrue();
    assertThat(Eligibility.of("no-overlap::").open()).isFalse();
  }

  @Test
  void itSaysWhatHasToBeKnown() {
    assertThat(Eligibility.of(FOUR).needs())
        .containsExactlyInAnyOrder(Fact.COMPETENCIES, Fact.COURSES, Fact.PROFILE);
    assertThat(Eligibility.of("job:a: member:XS: no-overlap::|per-year::2").needs())
        .containsExactlyInAnyOrder(Fact.JOB, Fact.ADMINISTRATION, Fact.ENGAGEMENTS);
    assertThat(Eligibility.NONE.needs()).isEmpty();
  }

  @Test
  void theVerdictCountsWhatIsMetAndTellsTheRest() {
    Somebody officer =
        Somebody.known()
            .confirmed("origin", 2)
            .completed("HS-2", "2026-10-01")
            .inPostSince("2020-01-01")
            .speaks("fr", LanguageLevel.B1);
    Verdict verdict = Eligibility.of(FOUR).check(officer.facts(), MARCH);
    assertThat(verdict.met()).isEqualTo(3);
    assertThat(verdict.asked()).isEqualTo(4);
    assertThat(verdict.eligible()).isFalse();
    assertThat(verdict.findings())
        .extracting(Finding::met)
        .containsExactly(true, true, true, false);
    assertThat(verdict.missing()).hasSize(1);
    assertThat(verdict.missing().get(0).requirement().text()).isEqualTo("speaks:fr:B2");
    assertThat(verdict.missing().get(0).remedies())
        .extracting(Remedy::kind)
        .containsExactly(Remedy.Kind.IMPROVE);
    Facts fluent = officer.speaks("fr", LanguageLevel.C1).facts();
    assertThat(Eligibility.of(FOUR).check(fluent, MARCH).eligible()).isTrue();
    assertThat(Eligibility.of(FOUR).check(fluent, MARCH).met()).isEqualTo(4);
  }

  @Test
  void ofAChoiceOneIsEnoughAndElseEachHasItsRemedy() {
    Eligibility choice = Eligibility.of("course:HS-1:|course:HS-2:24");
    assertThat(choice.check(Somebody.known().completed("HS-1", "2001-01-01").facts(), MARCH).met())
        .isEqualTo(1);
    Verdict nothing = choice.check(Somebody.known().completed("HS-2", "2001-01-01").facts(), MARCH);
    assertThat(nothing.missing().get(0).remedies())
        .extracting(Remedy::kind)
        .containsExactly(Remedy.Kind.COMPLETE, Remedy.Kind.REPEAT);
  }

  @Test
  void whatIsThereAndAskedOnceHasNoFlaw() {
    assertThat(flaws("competency:origin:2 course:HS-0:|course:HS-9:24 in-post::12 speaks:fr:B2"))
        .isEmpty();
    assertThat(flaws("course:HS-0: course:HS-9: job:a: member:XS: region:WCA: speaks:en:A1"))
        .isEmpty();
  }

  @Test
  void whatIsNotThereIsNamedByItsPlace() {
    assertThat(flaws("in-post::3 competency:no-such:2 member:XS,no-land:"))
        .containsExactly(new Flaw(1, Flaw.Kind.UNKNOWN), new Flaw(2, Flaw.Kind.UNKNOWN));
    assertThat(flaws("course:HS-9:|course:fr:")).containsExactly(new Flaw(0, Flaw.Kind.UNKNOWN));
  }

  @Test
  void aCourseCannotBeNeededForItself() {
    assertThat(flaws("course:HS-1:")).containsExactly(new Flaw(0, Flaw.Kind.CIRCLE));
    assertThat(flaws("no-overlap:: course:HS-9:|course:HS-3:"))
        .containsExactly(new Flaw(1, Flaw.Kind.CIRCLE));
    assertThat(flaws("competency:HS-1:2")).isEmpty();
  }

  @Test
  void aCircleOfOthersIsNobodysEnd() {
    assertThat(flaws("course:A:")).isEmpty();
  }

  @Test
  void theSameAskedAgainIsNamed() {
    assertThat(flaws("competency:origin:2 in-post::2 competency:origin:3"))
        .containsExactly(new Flaw(2, Flaw.Kind.TWICE));
    assertThat(flaws("per-year::2 per-year::3")).containsExactly(new Flaw(1, Flaw.Kind.TWICE));
    assertThat(flaws("course:HS-8:|course:HS-9:|course:HS-8:12"))
        .containsExactly(new Flaw(0, Flaw.Kind.TWICE));
    assertThat(flaws("course:HS-8: course:HS-8:|course:HS-9:")).isEmpty();
    assertThat(flaws("course:HS-8:|course:HS-9: course:HS-8:")).isEmpty();
    assertThat(flaws("competency:HS-8:1 course:HS-8:")).isEmpty();
  }

  @Test
  void whatNobodyCanMeetTogetherIsNamed() {
    Flaw second = new Flaw(1, Flaw.Kind.CONTRADICTION);
    assertThat(flaws("member:XS: member:XM:")).containsExactly(second);
    assertThat(flaws("region:WCA: region:MENA:")).containsExactly(second);
    assertThat(flaws("job:a: job:b:")).containsExactly(second);
    assertThat(flaws("member:XS: region:MENA:")).containsExactly(second);
    assertThat(flaws("region:MENA: member:XS:")).containsExactly(second);
    assertThat(flaws("member:XX: region:MENA:")).containsExactly(second);
    assertThat(flaws("member:XS:|member:XX: region:MENA:")).containsExactly(second);
    assertThat(flaws("region:ESA:|region:MENA: member:XS:")).containsExactly(second);
  }

  @Test
  void whatSomebodyCanMeetTogetherIsNoContradiction() {
    assertThat(flaws("member:XS,XM: member:XM:")).isEmpty();
    assertThat(flaws("member:XS,XM: region:MENA:")).isEmpty();
    assertThat(flaws("member:XS:|in-post::3 member:XM:")).isEmpty();
    assertThat(flaws("member:XM: member:XS:|in-post::3")).isEmpty();
    assertThat(flaws("competency:origin:1 competency:valuation:1")).isEmpty();
    assertThat(flaws("job:a: member:a:")).isEmpty();
    assertThat(flaws("region:WCA: job:XS:")).isEmpty();
    assertThat(flaws("speaks:fr:B1 region:WCA:")).isEmpty();
  }

  @Test
  void twelveCanBeReadAndMoreCannot() {
    assertThat(flaws(courses(12))).isEmpty();
    assertThat(flaws(courses(13))).containsExactly(new Flaw(12, Flaw.Kind.MANY));
  }

  @Test
  void twoThousandCharactersCanBeKeptAndMoreCannot() {
    String start = "job:" + codes(30, 38) + ": member:";
    String fits = start + codes(20, 39);
    String all = fits + "," + "Z".repeat(2000 - fits.length() - 2) + ":";
    assertThat(Eligibility.of(all).text()).hasSize(2000);
    assertThat(flaws(all)).isEmpty();
    assertThat(flaws(all.replace("Z:", "ZZ:"))).containsExactly(new Flaw(1, Flaw.Kind.MANY));
  }

  private static String courses(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> "course:C" + i + ":")
        .collect(Collectors.joining(" "));
  }

  private static String codes(int many, int length) {
    return IntStream.range(0, many)
        .mapToObj(i -> ("C" + i + "-").concat("x".repeat(length)).substring(0, length))
        .collect(Collectors.joining(","));
  }
}
