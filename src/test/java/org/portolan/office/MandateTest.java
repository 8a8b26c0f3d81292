package org.portolan.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.portolan.platform.security.Scope;

class MandateTest {
  private static final ZoneId ZONE = ZoneId.of("Pacific/Tongatapu");

  private final Mandate mandate =
      new Mandate(
          Office.COORDINATOR,
          Scope.member("XT"),
          1,
          null,
          new Term(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)),
          ZONE);

  @Test
  void daysAreThoseOfTheBodysOwnZone() {
    assertThat(mandate.startsAt()).isEqualTo("2026-02-28T11:00:00Z");
    assertThat(mandate.endsAt()).isEqualTo("2026-03-31T11:00:00Z");
  }

  @Test
  void itHoldsFromItsFirstMomentUntilItsLast() {
    assertThat(mandate.holdsAt(Instant.parse("2026-02-28T10:59:59Z"))).isFalse();
    assertThat(mandate.holdsAt(Instant.parse("2026-02-28T11:00:00Z"))).isTrue();
    assertThat(mandate.holdsAt(Instant.parse("2026-03-31T10:59:59Z"))).isTrue();
    assertThat(mandate.holdsAt(Instant.parse("2026-03-31T11:00:00Z"))).isFalse();
  }

  @Test
  void itEndsByADayThatMayLieBeforeItsFirst() {
    mandate.endBy(LocalDate.of(2026, 3, 10), ZONE);
    assertThat(mandate.term().to()).isEqualTo("2026-03-10");
    mandate.endBy(LocalDate.of(2026, 2, 10), ZONE);
    assertThat(mandate.term().to()).isEqualTo("2026-03-01");
  }

  @Test
  void oneThatIsEndedBeforeItBeginsIsHeldForNoTime() {
    mandate.endNow(Instant.parse("2026-01-01T00:00:00Z"), ZONE);
    assertThat(mandate.holdsAt(mandate.startsAt())).isFalse();
    assertThat(mandate.term().reversed()).isFalse();
  }

  @Test
  void whoHandedOverMayLookForAWhile() {
    Instant end = Instant.parse("2026-03-31T11:00:00Z");
    Instant until = Instant.parse("2026-04-30T11:00:00Z");
    assertThat(MandateState.at(end.minusSeconds(1), mandate.startsAt(), end, until))
        .isEqualTo(MandateState.HELD);
    assertThat(MandateState.at(end, mandate.startsAt(), end, until))
        .isEqualTo(MandateState.READING);
    assertThat(MandateState.at(until, mandate.startsAt(), end, until)).isEqualTo(MandateState.OVER);
    assertThat(MandateState.at(end, mandate.startsAt(), end, null)).isEqualTo(MandateState.OVER);
  }
}
