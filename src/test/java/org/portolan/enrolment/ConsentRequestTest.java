package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.enrolment.AnswerTokens.Link;
import org.portolan.enrolment.ConsentRequest.State;
import org.portolan.seat.ApplicationState;
import org.portolan.selection.Placed;

class ConsentRequestTest {
  private static final Chain CHAIN = Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR);
  private static final Supervisor BO = new Supervisor("Bo", "bo@customs.example", true);
  private static final List<TimelineStep> WAY = List.of();
  private static final Instant ENDS = NOW.plusSeconds(3600);

  @Test
  void theLastLinkMayBeAnsweredUntilItEnds() {
    assertThat(state(2, ENDS.minusMillis(1))).isEqualTo(State.OPEN);
    assertThat(state(2, ENDS)).isEqualTo(State.EXPIRED);
  }

  @Test
  void anEarlierLinkLeadsNowhere() {
    assertThat(state(1, NOW)).isEqualTo(State.EXPIRED);
  }

  @Test
  void whatTheNextIsAskedForWasAnswered() {
    assertThat(asked(Approver.COORDINATOR, ApplicationState.WAITING)).isEqualTo(State.ANSWERED);
    assertThat(asked(null, ApplicationState.APPROVED)).isEqualTo(State.ANSWERED);
  }

  @Test
  void whatWasTakenBackOrBeginsIsGone() {
    assertThat(asked(null, ApplicationState.WITHDRAWN)).isEqualTo(State.GONE);
    assertThat(
            ConsentRequest.of(
                    summary(Approver.SUPERVISOR, ApplicationState.WAITING),
                    new Link(9, 2, START.plusSeconds(1)),
                    2,
                    WAY,
                    List.of(),
                    START)
                .state())
        .isEqualTo(State.GONE);
    assertThat(State.GONE.code()).isEqualTo("gone");
  }

  @Test
  void itNamesTheSupervisorAsFarAsOneIsKnown() {
    ApplicationSummary named = summary(Approver.SUPERVISOR, ApplicationState.WAITING);
    Link link = new Link(9, 2, ENDS);
    assertThat(ConsentRequest.of(named, link, 2, WAY, List.of(), NOW).supervisor()).isEqualTo("Bo");
    ApplicationSummary nameless =
        Samples.application(ApplicationState.WITHDRAWN, CHAIN, null, null, Samples.published());
    assertThat(ConsentRequest.of(nameless, link, 2, WAY, List.of(), NOW).supervisor()).isEmpty();
  }

  @Test
  void itTellsTheWayWithoutOthersAndTheirWords() {
    ApplicationSummary asked = summary(Approver.SUPERVISOR, ApplicationState.WAITING);
    Link link = new Link(9, 2, ENDS);
    List<TimelineStep> way =
        List.of(
            step("sent", asked.person(), List.of()),
            step("agreed", "Bo", List.of()),
            step("refused", "Carla Coordinator", List.of()),
            step(
                "changed",
                asked.person(),
                List.of(new Difference(Change.MOTIVATION, "before", "after"))),
            step(
                "session-changed",
                asked.session().centre(),
                List.of(new Difference(Change.DAYS, "before", "after"))));
    ConsentRequest shown = ConsentRequest.of(asked, link, 2, way, List.of(), NOW);
    assertThat(shown.timeline())
        .extracting(TimelineStep::what)
        .containsExactly("sent", "agreed", "refused", "changed", "session-changed");
    assertThat(shown.timeline())
        .extracting(TimelineStep::who)
        .containsExactly(asked.person(), "Bo", "", asked.person(), asked.session().centre());
    assertThat(shown.timeline()).allSatisfy(step -> assertThat(step.reason()).isNull());
    assertThat(shown.timeline()).allSatisfy(step -> assertThat(step.selection()).isNull());
    assertThat(shown.timeline().get(3).changes()).isEmpty();
    assertThat(shown.timeline().get(4).changes()).hasSize(1);
    assertThat(ConsentRequest.of(asked, new Link(9, 1, ENDS), 2, way, List.of(), NOW).timeline())
        .as("another was named since")
        .isEmpty();
    assertThat(ConsentRequest.of(asked, link, 2, way, List.of(), ENDS).timeline()).isEmpty();
  }

  private static TimelineStep step(String what, String who, List<Difference> changes) {
    return new TimelineStep(
        what,
        "done",
        NOW,
        who,
        Approver.COORDINATOR,
        "words",
        new Placed(1, 2, 0, 500, Map.of()),
        changes);
  }

  @Test
  void whoIsNamedInsteadOfAnotherIsShownWhatElseChanged() {
    ApplicationSummary summary = summary(Approver.SUPERVISOR, ApplicationState.WAITING);
    Difference days = new Difference(Change.DAYS, "2027-03-08/2027-03-10", "2027-03-15/2027-03-17");
    Difference supervisor = new Difference(Change.SUPERVISOR, "Al <al@x.org>", "Bo <bo@x.org>");
    Link link = new Link(9, 2, ENDS);
    ConsentRequest another =
        ConsentRequest.of(summary, link, 2, WAY, List.of(supervisor, days), NOW);
    assertThat(another.anotherBefore()).isTrue();
    assertThat(another.since()).containsExactly(days);
    ConsentRequest same = ConsentRequest.of(summary, link, 2, WAY, List.of(days), NOW);
    assertThat(same.anotherBefore()).isFalse();
    assertThat(same.since()).containsExactly(days);
  }

  private static State state(int link, Instant now) {
    return ConsentRequest.of(
            summary(Approver.SUPERVISOR, ApplicationState.WAITING),
            new Link(9, link, ENDS),
            2,
            WAY,
            List.of(),
            now)
        .state();
  }

  private static State asked(Approver approver, ApplicationState state) {
    return ConsentRequest.of(summary(approver, state), new Link(9, 2, ENDS), 2, WAY, List.of(), NOW)
        .state();
  }

  private static ApplicationSummary summary(Approver approver, ApplicationState state) {
    Ask ask =
        CHAIN.steps().stream()
            .filter(step -> step.approver() == approver)
            .findFirst()
            .map(step -> Ask.of(step, NOW, START))
            .orElse(null);
    return Samples.application(state, CHAIN, ask, BO, Samples.published());
  }
}
