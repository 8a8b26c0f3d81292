package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Groups;
import org.portolan.seat.Standing;

/** A session that begins sooner, or later, than when its approvers were asked. */
class QuestionsInTimeTest {
  private static final Chain CHAIN = Chain.of(Approver.COORDINATOR, Approver.CENTRE);
  private static final Instant SOON = NOW.plus(Duration.ofDays(2));
  private static final SessionTerms THEN = new SessionTerms(1, true, CHAIN, START);

  private static Application waiting(Approver asked) {
    Application application = new Application(1, 7);
    application.stand(new Standing(ApplicationState.WAITING, Groups.NONE, 0, null));
    application.submitted("XS", Statement.motivation("The audit unit needs it"), CHAIN, NOW);
    application.asks(THEN.asking(CHAIN, NOW).apply(asked));
    return application;
  }

  private static Application askedAgain() {
    Application application = waiting(Approver.CENTRE);
    Set<Approver> concerned = Set.of(Approver.COORDINATOR);
    application.changed(concerned, concerned, THEN.asking(CHAIN, NOW));
    assertThat(application.askedAgain()).isTrue();
    return application;
  }

  private static Ask ask(Application application) {
    return application.asked().orElseThrow();
  }

  private static QuestionsInTime beginning(Instant start) {
    return new QuestionsInTime(new SessionTerms(1, true, CHAIN, start), NOW);
  }

  @Test
  void anAnswerThatWouldComeAfterTheStartIsDueBeforeIt() {
    Application application = waiting(Approver.COORDINATOR);
    beginning(SOON).dueInTime(application);
    assertThat(ask(application).due()).isBefore(SOON).isAfter(NOW);
    assertThat(ask(application).approver()).isEqualTo(Approver.COORDINATOR);
    assertThat(ask(application).urgency()).isEqualTo(Ask.Urgency.ASKED);
  }

  @Test
  void oneThatComesInTimeStaysAsItIs() {
    Application application = waiting(Approver.COORDINATOR);
    Ask before = ask(application);
    beginning(before.due()).dueInTime(application);
    assertThat(ask(application)).isEqualTo(before);
    beginning(before.due().minusNanos(1000)).dueInTime(application);
    assertThat(ask(application)).isNotEqualTo(before);
  }

  @Test
  void whoWasRemindedStaysSoAndWhoIsAskedAgainIsAskedAnew() {
    Application first = waiting(Approver.COORDINATOR);
    first.asks(ask(first).reminded());
    beginning(SOON).dueInTime(first);
    assertThat(ask(first).urgency()).isEqualTo(Ask.Urgency.REMINDED);

    Application again = askedAgain();
    again.urged(ask(again).reminded());
    beginning(SOON).dueInTime(again);
    assertThat(ask(again).urgency()).isEqualTo(Ask.Urgency.ASKED);
    assertThat(again.askedAgain()).isTrue();
  }

  @Test
  void whatIsNobodysQuestionAfterTheStartFollowsIt() {
    Application again = askedAgain();
    again.urged(ask(again).escalated(START));
    beginning(SOON).overInTime(again);
    assertThat(ask(again).nudge()).isEqualTo(SOON);

    Application asked = askedAgain();
    Ask before = ask(asked);
    beginning(SOON).overInTime(asked);
    assertThat(ask(asked)).as("not urgent").isEqualTo(before);

    Application first = waiting(Approver.COORDINATOR);
    first.asks(ask(first).escalated(START));
    beginning(SOON).overInTime(first);
    assertThat(ask(first).nudge()).as("not asked again").isEqualTo(START);
  }

  @Test
  void whereNobodyIsAskedNothingChanges() {
    Application application = waiting(Approver.COORDINATOR);
    application.asks(null);
    beginning(SOON).dueInTime(application);
    beginning(SOON).overInTime(application);
    assertThat(application.asked()).isEmpty();
  }
}
