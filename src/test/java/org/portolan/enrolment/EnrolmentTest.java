package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.portolan.enrolment.EnrolmentRefused.Kind;

class EnrolmentTest {
  private static final Instant NOW = Instant.parse("2027-02-02T10:00:00Z");
  private static final Instant START = Instant.parse("2027-03-08T09:00:00Z");
  private static final Statement WHY = Statement.motivation("The audit unit needs it");
  private static final Statement NO_REMARK = Statement.remark(null);
  private static final Statement REASON = Statement.refusal("Too soon");

  private final SeatCount seats = new SeatCount(1, 1);
  private final Enrolment free = new Enrolment(new SessionTerms(1, true, false, START), seats);
  private final Enrolment decided = new Enrolment(new SessionTerms(1, true, true, START), seats);

  @Test
  void withoutApprovalApplyingTakesTheSeat() {
    Application application = free.apply(null, 7, null, WHY, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(seats.taken()).isEqualTo(1);
    assertThat(free.written()).hasSize(1);
  }

  @Test
  void withApprovalApplyingWaitsWithADueDate() {
    Application application = decided.apply(null, 7, "XS", WHY, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(application.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(10)));
    assertThat(seats.taken()).isZero();
  }

  @Test
  void theDueDateIsNeverAfterTheStart() {
    Instant late = START.minus(Duration.ofDays(3));
    assertThat(decided.apply(null, 7, "XS", WHY, late).dueAt()).isEqualTo(START);
  }

  @Test
  void approvalTakesTheSeat() {
    Application application = decided.apply(null, 7, "XS", WHY, NOW);
    decided.approve(application, 3, NO_REMARK, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(application.dueAt()).isNull();
    assertThat(seats.full()).isTrue();
  }

  @Test
  void theLastSeatIsGivenOnce() {
    Application first = decided.apply(null, 7, "XS", WHY, NOW);
    Application second = decided.apply(null, 8, "XS", WHY, NOW);
    decided.approve(first, 3, NO_REMARK, NOW);
    assertThat(refused(() -> decided.approve(second, 3, NO_REMARK, NOW)))
        .isEqualTo(Kind.SESSION_FULL);
    assertThat(second.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(refused(() -> decided.apply(null, 9, "XS", WHY, NOW))).isEqualTo(Kind.SESSION_FULL);
  }

  @Test
  void aSecondClickIsNotASecondApplication() {
    Application application = free.apply(null, 7, null, WHY, NOW);
    assertThat(free.apply(application, 7, null, WHY, NOW)).isSameAs(application);
    assertThat(seats.taken()).isEqualTo(1);
    assertThat(application.newSteps()).hasSize(2);
  }

  @Test
  void withdrawingGivesTheSeatBackAndOneMayApplyAgain() {
    Application application = free.apply(null, 7, null, WHY, NOW);
    free.withdraw(application, NOW);
    assertThat(seats.taken()).isZero();
    assertThat(free.apply(application, 7, null, WHY, NOW)).isSameAs(application);
    assertThat(seats.taken()).isEqualTo(1);
    assertThat(free.written()).hasSize(3);
  }

  @Test
  void aRefusalIsFinalAndKeepsItsReason() {
    Application application = decided.apply(null, 7, "XS", WHY, NOW);
    decided.refuse(application, 3, REASON, NOW);
    assertThat(application.reason()).isEqualTo("Too soon");
    assertThat(refused(() -> decided.apply(application, 7, "XS", WHY, NOW)))
        .isEqualTo(Kind.ALREADY_DECIDED);
    assertThat(refused(() -> decided.approve(application, 3, NO_REMARK, NOW)))
        .isEqualTo(Kind.ALREADY_DECIDED);
    assertThat(refused(() -> decided.withdraw(application, NOW))).isEqualTo(Kind.ALREADY_DECIDED);
  }

  @Test
  void nothingButARefusalIsPossibleOnceTheSessionBegan() {
    Application application = decided.apply(null, 7, "XS", WHY, NOW);
    assertThat(refused(() -> decided.apply(null, 8, "XS", WHY, START))).isEqualTo(Kind.CLOSED);
    assertThat(refused(() -> decided.approve(application, 3, NO_REMARK, START)))
        .isEqualTo(Kind.CLOSED);
    assertThat(refused(() -> decided.withdraw(application, START))).isEqualTo(Kind.CLOSED);
    decided.refuse(application, 3, REASON, START);
    assertThat(application.state()).isEqualTo(ApplicationState.REFUSED);
  }

  @Test
  void whoHasNoAdministrationCannotBeDecidedUpon() {
    assertThat(refused(() -> decided.apply(null, 7, null, WHY, NOW))).isEqualTo(Kind.NOT_ELIGIBLE);
  }

  @Test
  void seatsNeverShrinkBelowThoseTaken() {
    seats.resize(3);
    seats.take();
    seats.take();
    seats.resize(1);
    assertThat(seats.capacity()).isEqualTo(2);
    assertThat(refused(seats::take)).isEqualTo(Kind.SESSION_FULL);
  }

  @Test
  void wordsAreNeededAndHaveALimit() {
    assertThat(refused(() -> Statement.motivation(" \r\n "))).isEqualTo(Kind.MOTIVATION_NEEDED);
    assertThat(refused(() -> Statement.refusal(null))).isEqualTo(Kind.REASON_NEEDED);
    assertThat(refused(() -> Statement.remark("x".repeat(2001)))).isEqualTo(Kind.TOO_LONG);
    assertThat(Statement.motivation("a\r\n".repeat(999) + "b").text()).contains("\n");
    assertThat(Statement.remark("  ").text()).isNull();
  }

  private static Kind refused(ThrowingCallable deed) {
    return catchThrowableOfType(EnrolmentRefused.class, deed).kind();
  }
}
