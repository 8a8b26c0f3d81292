package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Again;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.enrolment.Timeline.Past;
import org.portolan.seat.ApplicationState;
import org.portolan.selection.Placed;

class TimelineTest {
  private static final Placed PLACED = Placed.of("place=3 of=9 passed=0 share=500 years=500");
  private static final Chain CHAIN =
      Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR, Approver.CENTRE);

  @Test
  void whatWasIsToldByWhoDidIt() {
    assertThat(
            words(
                ApplicationState.APPROVED,
                past(ApplicationState.WAITING, false, null),
                past(ApplicationState.WAITING, false, "agreed"),
                past(ApplicationState.APPROVED, false, null)))
        .containsExactly("sent done", "agreed done", "approved done", "begins next");
    assertThat(
            words(
                ApplicationState.APPROVED,
                past(ApplicationState.WAITING, false, null),
                past(ApplicationState.APPROVED, true, null)))
        .containsExactly("sent done", "seat done", "begins next");
  }

  @Test
  void whatCameAgainIsToldAgain() {
    assertThat(
            words(
                ApplicationState.REFUSED,
                past(ApplicationState.WAITING, false, null),
                past(ApplicationState.WITHDRAWN, false, null),
                past(ApplicationState.WAITING, false, null),
                past(ApplicationState.REFUSED, false, null)))
        .containsExactly("sent done", "withdrawn done", "again done", "refused stop");
  }

  @Test
  void aChangeIsToldWhereItWasMadeAndWhoIsAskedAgainAfterIt() {
    Difference days = new Difference(Change.DAYS, "2027-03-01/2027-03-03", "2027-03-08/2027-03-10");
    Difference place = new Difference(Change.PLACE, "Hall", "Port");
    Instant then = NOW.plusSeconds(60);
    ApplicationSummary summary =
        Samples.application(
            ApplicationState.APPROVED,
            CHAIN,
            ask(Approver.SUPERVISOR),
            Again.read("supervisor coordinator"),
            null,
            Samples.published());
    List<Past> past =
        List.of(
            past(ApplicationState.WAITING, false, null),
            past(ApplicationState.APPROVED, false, null),
            new Past(
                ApplicationState.APPROVED,
                "",
                false,
                null,
                then,
                Approver.SUPERVISOR,
                "asked-again",
                null));
    List<TimelineStep> told =
        Timeline.of(
            summary,
            past,
            List.of(
                new ChangeLog.Entry(1, null, days, 1, NOW.minusSeconds(1)),
                new ChangeLog.Entry(2, null, days, 2, then),
                new ChangeLog.Entry(3, null, place, 2, then),
                new ChangeLog.Entry(4, 9L, place, 2, then.plusSeconds(9))),
            new Asked("Chief", "", false));
    assertThat(told)
        .extracting(step -> step.what() + " " + step.phase())
        .containsExactly(
            "sent done",
            "approved done",
            "session-changed done",
            "asked-again done",
            "changed done",
            "supervisor now",
            "again-coordinator next",
            "begins next");
    assertThat(told.get(2).changes()).containsExactly(days, place);
    assertThat(told.get(2).who()).isEqualTo("Centre");
    assertThat(told.get(4).who()).isEqualTo("Ada Lovelace");
  }

  @Test
  void oneThatWaitsGoesOnAfterThoseWhoAreAskedAgain() {
    ApplicationSummary summary =
        Samples.application(
            ApplicationState.WAITING,
            CHAIN,
            ask(Approver.SUPERVISOR),
            Again.read("supervisor>centre"),
            null,
            Samples.published());
    assertThat(Timeline.of(summary, List.of(), new Asked("Chief", "", false)))
        .extracting(TimelineStep::what)
        .containsExactly("supervisor", "centre", "seat", "begins");
  }

  @Test
  void theWaitingListLeadsToASeat() {
    Past sent = past(ApplicationState.WAITING, false, null);
    assertThat(words(ApplicationState.QUEUED, sent, past(ApplicationState.QUEUED, true, null)))
        .containsExactly("sent done", "listed done", "free now", "offer next", "begins next");
    assertThat(words(ApplicationState.QUEUED, sent, past(ApplicationState.QUEUED, false, null)))
        .containsExactly(
            "sent done", "approved-listed done", "free now", "offer next", "begins next");
    Past queued = past(ApplicationState.QUEUED, true, null);
    Past offered = past(ApplicationState.OFFERED, true, null);
    assertThat(words(ApplicationState.OFFERED, queued, offered))
        .containsExactly("listed done", "offered done", "answer now", "seat next", "begins next");
    assertThat(
            words(
                ApplicationState.APPROVED,
                queued,
                offered,
                past(ApplicationState.APPROVED, false, null)))
        .containsExactly("listed done", "offered done", "accepted done", "begins next");
    assertThat(
            words(ApplicationState.APPROVED, queued, past(ApplicationState.APPROVED, false, null)))
        .containsExactly("listed done", "moved-up done", "begins next");
    assertThat(words(ApplicationState.LAPSED, queued, past(ApplicationState.LAPSED, true, null)))
        .containsExactly("listed done", "lapsed stop");
    assertThat(
            words(ApplicationState.DECLINED, queued, past(ApplicationState.DECLINED, false, null)))
        .containsExactly("listed done", "declined stop");
  }

  @Test
  void whoIsAskedStandsNowAndTheRestAfterThem() {
    assertThat(asked(Approver.SUPERVISOR, new Asked("Bo", "", false)))
        .containsExactly(
            "supervisor now Bo", "coordinator next ", "centre next ", "seat next ", "begins next ");
    assertThat(asked(Approver.COORDINATOR, new Asked("Cy", "", true)))
        .containsExactly("fallback now Cy", "centre next ", "seat next ", "begins next ");
    assertThat(asked(Approver.COORDINATOR, new Asked("Cy", "Office", false)))
        .containsExactly(
            "coordinator now Cy",
            "escalated now Office",
            "centre next ",
            "seat next ",
            "begins next ");
    assertThat(asked(Approver.COORDINATOR, Asked.NOBODY))
        .containsExactly("coordinator now ", "centre next ", "seat next ", "begins next ");
  }

  @Test
  void whereNobodyIsAskedOthersAnswer() {
    assertThat(asked(Approver.SUPERVISOR, new Asked("", "Office", false)))
        .startsWith("address now Office", "coordinator next ");
    assertThat(asked(Approver.COORDINATOR, new Asked("", "Office", false)))
        .startsWith("vacant now Office", "centre next ");
  }

  @Test
  void theirDayIsToldOnce() {
    Ask ask = ask(Approver.COORDINATOR);
    assertThat(waiting(ask, new Asked("Cy", "Office", false)))
        .extracting(TimelineStep::at)
        .startsWith(ask.due(), null, null);
    assertThat(waiting(ask, new Asked("", "Office", false)))
        .extracting(TimelineStep::at)
        .startsWith(ask.due(), null, null);
  }

  @Test
  void aCancelledSessionDoesNotBegin() {
    assertThat(
            Timeline.of(
                Samples.application(
                    ApplicationState.APPROVED,
                    CHAIN,
                    null,
                    null,
                    Samples.session("cancelled", 2, 1, 0, 0)),
                List.of(),
                Asked.NOBODY))
        .isEmpty();
  }

  @Test
  void whatHappenedKeepsItsWordsAndMoment() {
    Past refused =
        new Past(
            ApplicationState.REFUSED,
            "Cy",
            false,
            "Too soon",
            NOW,
            Approver.COORDINATOR,
            null,
            PLACED);
    assertThat(of(ApplicationState.REFUSED, refused))
        .containsExactly(
            new TimelineStep(
                "refused", "stop", NOW, "Cy", Approver.COORDINATOR, "Too soon", PLACED, List.of()));
  }

  private static Ask ask(Approver approver) {
    return Ask.of(
        CHAIN.steps().stream()
            .filter(step -> step.approver() == approver)
            .findFirst()
            .orElseThrow(),
        NOW,
        START);
  }

  private static List<TimelineStep> waiting(Ask ask, Asked asked) {
    return Timeline.of(
        Samples.application(ApplicationState.WAITING, CHAIN, ask, null, Samples.published()),
        List.of(),
        asked);
  }

  private static List<String> asked(Approver approver, Asked asked) {
    return waiting(ask(approver), asked).stream()
        .map(step -> step.what() + " " + step.phase() + " " + step.who())
        .toList();
  }

  private static List<TimelineStep> of(ApplicationState state, Past... past) {
    return Timeline.of(
        Samples.application(state, CHAIN, null, null, Samples.published()),
        List.of(past),
        Asked.NOBODY);
  }

  private static List<String> words(ApplicationState state, Past... past) {
    return of(state, past).stream().map(step -> step.what() + " " + step.phase()).toList();
  }

  @Test
  void whatHasNoDaysDoesNotBegin() {
    for (String state : List.of("published", "announced")) {
      assertThat(
              Timeline.of(
                  Samples.application(
                      ApplicationState.APPROVED, CHAIN, null, null, Samples.undated(state)),
                  List.of(),
                  Asked.NOBODY))
          .as(state)
          .isEmpty();
    }
  }

  private static Past past(ApplicationState state, boolean byRule, String event) {
    return new Past(state, byRule ? "" : "Somebody", byRule, null, NOW, null, event, null);
  }
}
