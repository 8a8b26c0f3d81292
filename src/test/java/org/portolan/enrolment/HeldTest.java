package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.ClosingDay;
import org.portolan.enrolment.SeatBooks.Held;
import org.portolan.seat.Allocation;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Tally;

/** What the session itself says about its book, whatever rules its centre gave. */
class HeldTest {
  private static Held held(boolean open) {
    SeatRules plain = SeatRules.plain(20, START).fitted(20, START, open);
    return new Held(5, null, true, null, "", plain, null, null, Optional.empty());
  }

  @Test
  void nothingIsGivenOnceTheSessionBeganOrWasCancelled() {
    assertThatCode(() -> held(true).requireOpen(START.minusNanos(1))).doesNotThrowAnyException();
    assertThatThrownBy(() -> held(true).requireOpen(START)).isInstanceOf(EnrolmentRefused.class);
    assertThatThrownBy(() -> held(false).requireOpen(NOW)).isInstanceOf(EnrolmentRefused.class);
  }

  @Test
  void nothingIsHandedInAfterTheClosingDay() {
    SeatRules plain = SeatRules.plain(20, START);
    ClosingDay closing = ClosingDay.of(LocalDate.parse("2027-02-20"), "UTC");
    SessionTerms terms = new SessionTerms(5, true, Chain.NONE, START, closing);
    Held held = new Held(5, null, true, null, "", plain, null, null, Optional.of(terms));
    Instant after = Instant.parse("2027-02-21T00:00:00Z");
    assertThatCode(() -> held.requireApplying(NOW)).doesNotThrowAnyException();
    assertThatCode(() -> held.requireOpen(after)).doesNotThrowAnyException();
    assertThatThrownBy(() -> held.requireApplying(after)).isInstanceOf(EnrolmentRefused.class);
    assertThatThrownBy(() -> held(false).requireApplying(NOW)).isInstanceOf(EnrolmentRefused.class);
  }

  @Test
  void rulesAreThoseOfTheSessionInSeatsAndStart() {
    SeatRules other = SeatRules.plain(50, NOW);
    assertThat(held(true).fitted(other)).isEqualTo(SeatRules.plain(20, START));
    assertThat(held(false).fitted(other).open()).isFalse();
  }

  @Test
  void aBookIsWrittenDownWhereItIsNewOrSaysMoreThanIsKept() {
    assertThat(booked(true, null, false).unchanged()).isTrue();
    assertThat(booked(false, null, false).unchanged()).as("not kept yet").isFalse();
    assertThat(booked(true, NOW, false).unchanged()).as("something was to end").isFalse();
    assertThat(booked(true, null, true).unchanged()).as("lines were written").isFalse();
  }

  private static Held booked(boolean kept, Instant due, boolean written) {
    SeatRules plain = SeatRules.plain(20, START);
    Tally tally = Tally.kept(plain.text(), 1, 0, 0, "", null);
    SeatBook book = new SeatBook(tally, Allocation.of(List.of()));
    if (written) {
      book.rule(SeatRules.plain(21, START), NOW);
    }
    return new Held(5, book, kept, due, "", plain, null, null, Optional.empty());
  }
}
