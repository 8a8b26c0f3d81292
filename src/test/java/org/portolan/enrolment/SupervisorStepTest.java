package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.approval.Step;
import org.portolan.enrolment.AnswerTokens.Link;
import org.portolan.seat.Allocation;
import org.portolan.seat.Groups;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Tally;

class SupervisorStepTest {
  private static final Chain CHAIN = Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR);
  private static final SessionTerms TERMS = new SessionTerms(5, true, CHAIN, START);
  private static final Link LINK = new Link(9, 1, NOW.plusSeconds(60));

  private final Application application = application(CHAIN);
  private final SupervisorStep step = new SupervisorStep(application);

  private static Application application(Chain chain) {
    SeatBook book = new SeatBook(Tally.empty(), Allocation.of(List.of()));
    book.rule(SeatRules.plain(3, START), NOW);
    Application application =
        new Enrolment(new SessionTerms(5, true, chain, START), book)
            .apply(null, 7, "XS", Groups.NONE, Statement.motivation("Why"), NOW);
    application.asks(null);
    application.ledBy(new Supervisor("Bo", "bo@customs.example", true));
    return application;
  }

  @Test
  void aLinkIsAnsweredWhileItsSupervisorIsAsked() {
    assertThat(step.asked()).isFalse();
    assertThat(step.answerable(LINK, TERMS, NOW)).isFalse();
    ask(Approver.SUPERVISOR);
    assertThat(step.asked()).isTrue();
    assertThat(step.answerable(LINK, TERMS, NOW)).isTrue();
    ask(Approver.COORDINATOR);
    assertThat(step.asked()).isFalse();
    assertThat(step.answerable(LINK, TERMS, NOW)).isFalse();
  }

  @Test
  void neitherLateNorForAnotherSupervisorNorOnceTheSessionBegan() {
    ask(Approver.SUPERVISOR);
    assertThat(step.answerable(LINK, TERMS, NOW.plusSeconds(60))).isFalse();
    assertThat(step.answerable(new Link(9, 1, START.plusSeconds(9)), TERMS, START)).isFalse();
    assertThat(step.answerable(LINK, new SessionTerms(5, false, CHAIN, START), NOW)).isFalse();
    application.ledBy(new Supervisor("Cy", "cy@customs.example", true));
    assertThat(step.answerable(LINK, TERMS, NOW)).isFalse();
  }

  @Test
  void anotherLinkEndsTheOneBefore() {
    ask(Approver.SUPERVISOR);
    application.linkedAnew();
    assertThat(step.answerable(LINK, TERMS, NOW)).isFalse();
    assertThat(step.answerable(new Link(9, 2, LINK.expires()), TERMS, NOW)).isTrue();
  }

  @Test
  void askedAgainTheTimeOfTheStepBeginsAnew() {
    ask(Approver.SUPERVISOR);
    Instant later = NOW.plusSeconds(3600);
    step.again(TERMS, later);
    assertThat(application.asked()).contains(Ask.of(Step.usual(Approver.SUPERVISOR), later, START));
  }

  @Test
  void whoIsNoLongerAskedIsNotAskedAgain() {
    assertThatThrownBy(() -> step.again(TERMS, NOW)).hasMessageContaining("decided already");
    ask(Approver.COORDINATOR);
    assertThatThrownBy(() -> step.again(TERMS, NOW)).hasMessageContaining("decided already");
    ask(Approver.SUPERVISOR);
    assertThatThrownBy(() -> step.again(TERMS, START)).hasMessageContaining("has begun");
  }

  @Test
  void noStepOfTheChainIsNoneToAskAgain() {
    Application another = application(Chain.COORDINATOR);
    another.asks(Ask.of(Step.usual(Approver.SUPERVISOR), NOW, START));
    assertThatThrownBy(() -> new SupervisorStep(another).again(TERMS, NOW))
        .isInstanceOf(EnrolmentRefused.class);
  }

  private void ask(Approver approver) {
    application.asks(Ask.of(Step.usual(approver), NOW, START));
  }
}
