package org.portolan.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionsMetTest {
  private static final long SESSION = 7;
  private static final Occasion MARCH =
      new Occasion(SESSION, LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 12));

  private static Optional<Remedy> lacks(String condition, Somebody somebody) {
    return Condition.of(condition).lacks(somebody.facts(), MARCH);
  }

  private static Remedy remedy(String condition, Somebody somebody) {
    Remedy remedy = lacks(condition, somebody).orElseThrow();
    assertThat(remedy.condition()).isEqualTo(Condition.of(condition));
    return remedy;
  }

  @Test
  void aCompetencyCountsFromTheLevelThatIsAsked() {
    assertThat(lacks("competency:origin:2", Somebody.known().confirmed("origin", 2))).isEmpty();
    assertThat(lacks("competency:origin:2", Somebody.known().confirmed("origin", 3))).isEmpty();
    assertThat(remedy("competency:origin:2", Somebody.known().confirmed("origin", 1)))
        .isEqualTo(Remedy.has(Remedy.Kind.LEARN, Condition.of("competency:origin:2"), "1"));
    assertThat(remedy("competency:origin:1", Somebody.known().confirmed("valuation", 4)).has())
        .isEqualTo("0");
  }

  @Test
  void whatSomebodyStatesCanBeConfirmedAndDoesNotCountBefore() {
    Remedy confirm = remedy("competency:origin:2", Somebody.known().stated("origin", 2));
    assertThat(confirm.kind()).isEqualTo(Remedy.Kind.CONFIRM);
    assertThat(confirm.has()).isEqualTo("0");
    assertThat(remedy("competency:origin:3", Somebody.known().stated("origin", 2)).kind())
        .isEqualTo(Remedy.Kind.LEARN);
    assertThat(remedy("competency:origin:1", Somebody.known()).kind()).isEqualTo(Remedy.Kind.LEARN);
  }

  @Test
  void aCourseThatWasCompletedCountsForEverUnlessMonthsAreSaid() {
    Somebody trained = Somebody.known().completed("HS", "2001-01-01");
    assertThat(lacks("course:HS:", trained)).isEmpty();
    Remedy again = remedy("course:HS:24", trained);
    assertThat(again.kind()).isEqualTo(Remedy.Kind.REPEAT);
    assertThat(again.day()).isEqualTo("2001-01-01");
    assertThat(remedy("course:VAL:", trained).kind()).isEqualTo(Remedy.Kind.COMPLETE);
  }

  @Test
  void theMonthsOfACourseAreCountedUpToTheFirstDay() {
    assertThat(lacks("course:HS:12", Somebody.known().completed("HS", "2026-03-08"))).isEmpty();
    assertThat(lacks("course:HS:12", Somebody.known().completed("HS", "2026-03-07"))).isPresent();
    assertThat(lacks("course:HS:1", Somebody.known().completed("HS", "2027-02-07"))).isPresent();
    assertThat(lacks("course:HS:1", Somebody.known().completed("HS", "2027-02-08"))).isEmpty();
  }

  @Test
  void monthsInPostAreCountedUpToTheFirstDay() {
    assertThat(lacks("in-post::12", Somebody.known().inPostSince("2026-03-08"))).isEmpty();
    Remedy wait = remedy("in-post::12", Somebody.known().inPostSince("2026-03-09"));
    assertThat(wait.kind()).isEqualTo(Remedy.Kind.WAIT);
    assertThat(wait.day()).isEqualTo("2027-03-09");
    assertThat(remedy("in-post::12", Somebody.known()).kind()).isEqualTo(Remedy.Kind.SAY_SINCE);
  }

  @Test
  void aLanguageCountsFromTheLevelThatIsAsked() {
    assertThat(lacks("speaks:fr:B2", Somebody.known().speaks("fr", LanguageLevel.B2))).isEmpty();
    assertThat(lacks("speaks:fr:B2", Somebody.known().speaks("fr", LanguageLevel.C1))).isEmpty();
    Remedy improve = remedy("speaks:fr:B2", Somebody.known().speaks("fr", LanguageLevel.B1));
    assertThat(improve.kind()).isEqualTo(Remedy.Kind.IMPROVE);
    assertThat(improve.has()).isEqualTo("B1");
    assertThat(remedy("speaks:fr:B2", Somebody.known().speaks("en", LanguageLevel.C2)).kind())
        .isEqualTo(Remedy.Kind.SAY_LANGUAGE);
  }

  @Test
  void oneOfTheJobsIsEnough() {
    assertThat(lacks("job:auditor,valuer:", Somebody.known().job("valuer"))).isEmpty();
    Remedy other = remedy("job:auditor,valuer:", Somebody.known().job("trainer"));
    assertThat(other.kind()).isEqualTo(Remedy.Kind.OTHER_JOB);
    assertThat(other.has()).isEqualTo("trainer");
    assertThat(remedy("job:auditor:", Somebody.known()).kind()).isEqualTo(Remedy.Kind.SAY_JOB);
  }

  @Test
  void aSessionMayBeForSomeAdministrationsOrRegionsOnly() {
    Somebody officer = Somebody.known().of("XS", "WCA");
    assertThat(lacks("member:XN,XS:", officer)).isEmpty();
    assertThat(lacks("region:WCA:", officer)).isEmpty();
    assertThat(remedy("member:XN:", officer).kind()).isEqualTo(Remedy.Kind.OTHERS);
    assertThat(remedy("region:ESA:", officer).kind()).isEqualTo(Remedy.Kind.OTHERS);
    assertThat(remedy("member:XN:", Somebody.known()).kind()).isEqualTo(Remedy.Kind.OTHERS);
    assertThat(remedy("region:ESA:", Somebody.known()).kind()).isEqualTo(Remedy.Kind.OTHERS);
  }

  @Test
  void anotherSessionOnOneOfTheDaysStandsInTheWay() {
    assertThat(lacks("no-overlap::", Somebody.known())).isEmpty();
    assertThat(lacks("no-overlap::", Somebody.known().applied(1, "2027-03-13", "2027-03-14")))
        .isEmpty();
    assertThat(lacks("no-overlap::", Somebody.known().applied(1, "2027-03-01", "2027-03-07")))
        .isEmpty();
    Somebody busy =
        Somebody.known()
            .applied(1, "2027-03-12", "2027-03-14")
            .applied(2, "2027-03-01", "2027-03-08")
            .applied(3, "2027-03-20", "2027-03-21")
            .applied(SESSION, "2027-03-08", "2027-03-12");
    Remedy back = remedy("no-overlap::", busy);
    assertThat(back.kind()).isEqualTo(Remedy.Kind.TAKE_BACK);
    assertThat(back.others()).extracting(Engagement::session).containsExactly(1L, 2L);
    assertThat(back.day()).isNull();
  }

  @Test
  void theSessionItselfStandsInNobodysWay() {
    Somebody applied = Somebody.known().applied(SESSION, "2027-03-08", "2027-03-12");
    assertThat(lacks("no-overlap::", applied)).isEmpty();
    assertThat(lacks("per-year::1", applied)).isEmpty();
  }

  @Test
  void sessionsOfTheYearCountWithThisOne() {
    Somebody busy =
        Somebody.known()
            .applied(1, "2027-01-01", "2027-01-02")
            .applied(2, "2027-12-31", "2028-01-02")
            .applied(3, "2026-12-31", "2027-01-05")
            .applied(SESSION, "2027-03-08", "2027-03-12");
    assertThat(lacks("per-year::3", busy)).isEmpty();
    Remedy next = remedy("per-year::2", busy);
    assertThat(next.kind()).isEqualTo(Remedy.Kind.NEXT_YEAR);
    assertThat(next.others()).extracting(Engagement::session).containsExactly(1L, 2L);
    assertThat(next.day()).isEqualTo("2028-01-01");
    assertThat(lacks("per-year::1", busy)).isPresent();
  }

  @Test
  void onAFreeDayASessionIsInNobodysWay() {
    Set<LocalDate> tuesdays = Set.of(LocalDate.of(2027, 3, 2), LocalDate.of(2027, 3, 16));
    assertThat(
            lacks(
                "no-overlap::", Somebody.known().applied(8, "2027-03-02", "2027-03-16", tuesdays)))
        .isEmpty();
    Set<LocalDate> mondays = Set.of(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 8));
    Somebody engaged = Somebody.known().applied(8, "2027-03-01", "2027-03-08", mondays);
    assertThat(lacks("no-overlap::", engaged)).isPresent();
    Occasion tuesday =
        new Occasion(
            SESSION,
            LocalDate.of(2027, 3, 2),
            LocalDate.of(2027, 3, 9),
            Set.of(LocalDate.of(2027, 3, 2), LocalDate.of(2027, 3, 9)));
    assertThat(Condition.of("no-overlap::").lacks(engaged.facts(), tuesday)).isEmpty();
  }
}
