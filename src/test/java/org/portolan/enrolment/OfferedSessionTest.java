package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.enrolment.Samples.START;
import static org.portolan.enrolment.Samples.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.completion.CompletionResult;
import org.portolan.eligibility.Occasion;
import org.portolan.seat.ApplicationState;

class OfferedSessionTest {
  @Test
  void seatsThatAreTakenAreNotLeft() {
    assertThat(session("published", 20, 3, 0, 0).left()).isEqualTo(17);
    assertThat(session("published", 20, 19, 0, 0).full()).isFalse();
    assertThat(session("published", 20, 20, 0, 0).full()).isTrue();
    // with a margin more people may come than there are seats
    assertThat(session("published", 20, 22, 0, 0).left()).isZero();
  }

  @Test
  void oneMayWaitWhileTheListHasRoom() {
    assertThat(session("published", 1, 1, 2, 3).queueOpen()).isTrue();
    assertThat(session("published", 1, 1, 3, 3).queueOpen()).isFalse();
  }

  @Test
  void onlyAPublishedOneThatHasNotBegunIsOpen() {
    assertThat(session("published", 1, 0, 0, 0).open(START.minusMillis(1))).isTrue();
    assertThat(session("published", 1, 0, 0, 0).open(START)).isFalse();
    assertThat(session("cancelled", 1, 0, 0, 0).open(START.minusMillis(1))).isFalse();
    assertThat(session("cancelled", 1, 0, 0, 0).cancelled()).isTrue();
    assertThat(session("published", 1, 0, 0, 0).cancelled()).isFalse();
  }

  @Test
  void peopleApplyAndNameOfficersUntilTheClosingDay() {
    OfferedSession closes = Samples.closing(LocalDate.parse("2027-02-20"));
    Instant after = Instant.parse("2027-02-21T00:00:00Z");
    assertThat(closes.applying(after.minusMillis(1))).isTrue();
    assertThat(closes.closed(after.minusMillis(1))).isFalse();
    assertThat(closes.applying(after)).isFalse();
    assertThat(closes.closed(after)).isTrue();
    assertThat(closes.open(after)).isTrue();
    assertThat(closes.closed(START)).as("it has begun").isFalse();
    assertThat(closes.applying(START)).isFalse();
    assertThatCode(() -> closes.requireApplying(after.minusMillis(1))).doesNotThrowAnyException();
    assertThatThrownBy(() -> closes.requireApplying(after)).isInstanceOf(EnrolmentRefused.class);
    assertThat(closes.namesBefore()).isEqualTo("2027-02-21");
    LocalDate first = Samples.published().firstDay();
    assertThat(Samples.closing(first).namesBefore()).isEqualTo(first);
    assertThat(Samples.published().namesBefore()).isEqualTo(first);
  }

  @Test
  void itsConditionsAreCheckedForItsDays() {
    OfferedSession session = Samples.published();
    assertThat(session.occasion(Samples.NOW))
        .isEqualTo(new Occasion(5, session.firstDay(), session.lastDay()));
    assertThat(OfferedSession.occasion(5, null, null, Set.of(), "UTC", Samples.NOW))
        .isEqualTo(new Occasion(5, LocalDate.parse("2027-02-02"), null));
    assertThat(session.terms())
        .isEqualTo(new SessionTerms(5, true, Chain.COORDINATOR, session.startsAt()));
  }

  @Test
  void whatWaitsForItsDaysIsNoStandingEdition() {
    assertThat(Samples.undated("published").standing()).isTrue();
    assertThat(Samples.undated("published").announced()).isFalse();
    assertThat(Samples.undated("announced").standing()).isFalse();
    assertThat(Samples.undated("announced").announced()).isTrue();
    assertThat(Samples.published().standing()).isFalse();
  }

  @Test
  void nobodyIsTakenToHaveCompletedAStandingEdition() {
    Map<Long, CompletionResult> kept = Map.of(7L, CompletionResult.ABSENT);
    ResultList ended = new ResultList(Samples.published(), true, List.of(), kept, Map.of());
    assertThat(ended.likely(7)).contains(CompletionResult.ABSENT);
    assertThat(ended.likely(8)).contains(CompletionResult.COMPLETED);
    ResultList standing =
        new ResultList(Samples.undated("published"), true, List.of(), kept, Map.of());
    assertThat(standing.likely(7)).contains(CompletionResult.ABSENT);
    assertThat(standing.likely(8)).isEmpty();
  }

  @Test
  void anAnswerIsLateAfterItsMoment() {
    Ask ask = Ask.of(Chain.COORDINATOR.first().orElseThrow(), Samples.NOW, START);
    ApplicationSummary waits =
        Samples.application(
            ApplicationState.WAITING, Chain.COORDINATOR, ask, null, Samples.published());
    assertThat(waits.overdue(ask.due())).isFalse();
    assertThat(waits.overdue(ask.due().plusMillis(1))).isTrue();
    assertThat(
            Samples.application(
                    ApplicationState.APPROVED, Chain.NONE, null, null, Samples.published())
                .overdue(START))
        .isFalse();
  }

  @Test
  void whatStandsMayBeTakenBackUntilTheSessionBegins() {
    assertThat(withdrawable(ApplicationState.APPROVED, "published")).isTrue();
    assertThat(withdrawable(ApplicationState.WITHDRAWN, "published")).isFalse();
    assertThat(withdrawable(ApplicationState.APPROVED, "cancelled")).isFalse();
    ApplicationSummary seated =
        Samples.application(ApplicationState.APPROVED, Chain.NONE, null, null, Samples.published());
    assertThat(seated.withdrawable(START)).isFalse();
  }

  private static boolean withdrawable(ApplicationState state, String session) {
    return Samples.application(state, Chain.NONE, null, null, session(session, 2, 1, 0, 0))
        .withdrawable(Samples.NOW);
  }
}
