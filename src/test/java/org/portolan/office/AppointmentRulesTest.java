package org.portolan.office;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.platform.security.Scope;

class AppointmentRulesTest {
  private static final ZoneId ZONE = ZoneId.of("Africa/Abidjan");
  private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
  private static final long ANNA = 1;
  private static final long BRUNO = 2;

  private final Mandate holder =
      mandate(Office.CENTRE_DIRECTOR, ANNA, TODAY.minusYears(1), TODAY.plusDays(20));

  @Test
  void anExclusiveOfficeIsHeldByOneAtATime() {
    refused(MandateRefused.Kind.TAKEN, List.of(holder), BRUNO, null, TODAY.plusDays(20), null);
    allowed(List.of(holder), BRUNO, null, TODAY.plusDays(21), null);
  }

  @Test
  void aSharedOfficeIsHeldByManyButByNobodyTwice() {
    Mandate coordinator = mandate(Office.COORDINATOR, ANNA, TODAY, null);
    allowed(List.of(coordinator), BRUNO, null, TODAY, null);
    refused(MandateRefused.Kind.HELD_ALREADY, List.of(coordinator), ANNA, null, TODAY, null);
  }

  @Test
  void theMandateInTheWayIsNamed() {
    assertThatExceptionOfType(MandateRefused.class)
        .isThrownBy(() -> check(List.of(holder), BRUNO, null, TODAY, null))
        .matches(refused -> refused.other().orElseThrow().personId() == ANNA);
  }

  @Test
  void daysThatMakeNoSenseAreRefused() {
    refused(MandateRefused.Kind.REVERSED, List.of(), ANNA, null, TODAY, TODAY.minusDays(1));
    refused(
        MandateRefused.Kind.ENDS_IN_PAST,
        List.of(),
        ANNA,
        null,
        TODAY.minusDays(9),
        TODAY.minusDays(1));
    refused(
        MandateRefused.Kind.OUT_OF_RANGE, List.of(), ANNA, null, TODAY, LocalDate.of(2038, 1, 1));
    allowed(List.of(), ANNA, null, TODAY.minusDays(9), TODAY);
  }

  @Test
  void whatEndedEarlierTodayStandsInNobodysWay() {
    holder.endNow(NOW.minusSeconds(60), ZONE);
    assertThatCode(
            () -> rules(List.of(holder)).check(null, BRUNO, null, new Term(TODAY, null), NOW))
        .doesNotThrowAnyException();
  }

  @Test
  void aDeputyStandsInForAHolderAndNoLongerThanThey() {
    allowed(List.of(holder), BRUNO, holder, TODAY, TODAY.plusDays(20));
    refused(MandateRefused.Kind.OUTSIDE_PRINCIPAL, List.of(holder), BRUNO, holder, TODAY, null);
    refused(
        MandateRefused.Kind.OUTSIDE_PRINCIPAL,
        List.of(holder),
        BRUNO,
        holder,
        TODAY,
        TODAY.plusDays(21));
    refused(MandateRefused.Kind.OWN_DEPUTY, List.of(), ANNA, holder, TODAY, TODAY.plusDays(1));
  }

  @Test
  void aDeputyHasNoDeputy() {
    Mandate deputy =
        new Mandate(
            Office.CENTRE_DIRECTOR,
            Scope.centre("DEMO-RTC-XS1"),
            BRUNO,
            7L,
            new Term(TODAY, TODAY.plusDays(9)),
            ZONE);
    refused(MandateRefused.Kind.DEPUTY_OF_DEPUTY, List.of(), 3, deputy, TODAY, TODAY.plusDays(1));
  }

  @Test
  void deputiesDoNotTakeTheOffice() {
    Mandate deputy =
        new Mandate(
            Office.CENTRE_DIRECTOR,
            Scope.centre("DEMO-RTC-XS1"),
            BRUNO,
            7L,
            new Term(TODAY.plusDays(21), TODAY.plusDays(30)),
            ZONE);
    allowed(List.of(deputy), 3, null, TODAY.plusDays(21), null);
  }

  private static void allowed(
      List<Mandate> others, long person, Mandate principal, LocalDate from, LocalDate to) {
    assertThatCode(() -> check(others, person, principal, from, to)).doesNotThrowAnyException();
  }

  private static void refused(
      MandateRefused.Kind kind,
      List<Mandate> others,
      long person,
      Mandate principal,
      LocalDate from,
      LocalDate to) {
    assertThatExceptionOfType(MandateRefused.class)
        .isThrownBy(() -> check(others, person, principal, from, to))
        .matches(refused -> refused.kind() == kind, kind.type());
  }

  private static void check(
      List<Mandate> others, long person, Mandate principal, LocalDate from, LocalDate to) {
    Term term = new Term(from, to);
    rules(others).check(null, person, principal, term, term.startsAt(ZONE));
  }

  private static AppointmentRules rules(List<Mandate> others) {
    return new AppointmentRules(others, ZONE, NOW, AppointmentRulesTest::named);
  }

  private static MandateSummary named(Mandate mandate) {
    return new MandateSummary(
        0,
        0,
        mandate.office(),
        mandate.scope(),
        mandate.personId(),
        "Anna",
        "",
        mandate.term().from(),
        mandate.term().to(),
        null,
        null,
        MandateState.HELD,
        null);
  }

  private static Mandate mandate(Office office, long person, LocalDate from, LocalDate to) {
    Scope scope =
        office.kind() == Scope.Kind.MEMBER ? Scope.member("XS") : Scope.centre("DEMO-RTC-XS1");
    return new Mandate(office, scope, person, null, new Term(from, to), ZONE);
  }
}
