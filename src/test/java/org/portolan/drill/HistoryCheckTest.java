package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.drill.HistoryCheck.Finding;
import org.portolan.drill.HistoryCheck.Finding.Kind;
import org.portolan.drill.SeatAct.Outcome;
import org.portolan.drill.SeatAct.Try;
import org.portolan.drill.SeatsAsKept.Application;
import org.portolan.drill.SeatsAsKept.Book;
import org.portolan.drill.SeatsAsKept.Line;

/** A checker that finds nothing proves nothing: each thing that must not be is planted once. */
class HistoryCheckTest {
  private static final long SESSION = 7;
  private static final String ANN = "member:XS";
  private static final String BEN = "member:XS";
  private static final String CLEO = "member:XN";

  private final List<SeatAct> acts = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Application> applications = new ArrayList<>();
  private Book book;

  @Test
  void whatWasAskedForAndHappenedIsFine() {
    rules("capacity=1 margin=0 queue=5");
    done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
    line("applied", 10, 100, ANN);
    line("seated", 10, 100, "");
    done(SeatAct.Kind.APPLY, 2, 20, "queued", 200);
    line("applied", 20, 200, BEN);
    line("queued", 20, 200, "");
    done(SeatAct.Kind.WITHDRAW, 1, 10, "", 300);
    line("withdrawn", 10, 300, "");
    line("offered", 20, 300, at(900).toString());
    done(SeatAct.Kind.ACCEPT, 2, 20, "", 400);
    line("seated", 20, 400, "");
    stands(10, 1, "XS", "withdrawn");
    stands(20, 2, "XS", "approved");
    book = new Book(8, 0, 1);

    assertThat(check()).isEmpty();
  }

  @Test
  void aDecisionThatWasAcknowledgedAndIsNotThereIsLost() {
    rules("capacity=1 margin=0 queue=5");
    done(SeatAct.Kind.APPLY, 1, 10, "waiting", 100);
    line("applied", 10, 100, ANN);
    done(SeatAct.Kind.APPROVE, 1, 10, "", 200);
    stands(10, 1, "XS", "waiting");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void anApplicationWhoseNumberSomebodyElseHasNowIsLost() {
    rules("capacity=1 margin=0 queue=5");
    done(SeatAct.Kind.APPLY, 1, 10, "waiting", 100);
    done(SeatAct.Kind.APPLY, 2, 10, "waiting", 200);
    line("applied", 10, 200, BEN);
    stands(10, 2, "XS", "waiting");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.LOST);
    assertThat(check().get(0).what()).contains("person 1 ");
  }

  @Test
  void aSecondWithdrawalThatIsNotThereIsLostThoughTheFirstIs() {
    rules("capacity=1 margin=0 queue=5");
    done(SeatAct.Kind.APPLY, 1, 10, "waiting", 100);
    line("applied", 10, 100, ANN);
    done(SeatAct.Kind.WITHDRAW, 1, 10, "", 200);
    line("withdrawn", 10, 200, "");
    done(SeatAct.Kind.APPLY, 1, 10, "waiting", 300);
    done(SeatAct.Kind.WITHDRAW, 1, 10, "", 400);
    stands(10, 1, "XS", "withdrawn");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.LOST, Kind.LOST);
  }

  @Test
  void whatNobodyKnowsMayBeThereOrNot() {
    rules("capacity=2 margin=0 queue=5");
    act(SeatAct.Kind.APPLY, 1, 0, 100, Outcome.UNKNOWN, "no answer");
    line("applied", 10, 150, ANN);
    act(SeatAct.Kind.APPLY, 2, 0, 100, Outcome.UNKNOWN, "no answer");
    stands(10, 1, "XS", "waiting");

    assertThat(check()).isEmpty();
  }

  @Test
  void moreSeatsThanThereAreAreOversold() {
    rules("capacity=1 margin=0 queue=0");
    done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
    line("applied", 10, 100, ANN);
    line("seated", 10, 100, "");
    done(SeatAct.Kind.APPLY, 2, 20, "approved", 200);
    line("applied", 20, 200, BEN);
    line("seated", 20, 200, "");
    stands(10, 1, "XS", "approved");
    stands(20, 2, "XS", "approved");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.OVERSOLD);
  }

  @Test
  void aQuotaThatIsBrokenIsReportedForOneGroupAndForEach() {
    for (String quota : List.of("member:XS:1", "member:*:1")) {
      begin();
      rules("capacity=9 margin=0 queue=0 quota=" + quota);
      done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
      line("applied", 10, 100, ANN);
      line("seated", 10, 100, "");
      done(SeatAct.Kind.APPLY, 3, 30, "approved", 150);
      line("applied", 30, 150, CLEO);
      line("seated", 30, 150, "");
      done(SeatAct.Kind.APPLY, 2, 20, "approved", 200);
      line("applied", 20, 200, BEN);
      line("seated", 20, 200, "");
      stands(10, 1, "XS", "approved");
      stands(20, 2, "XS", "approved");
      stands(30, 3, "XN", "approved");

      assertThat(check()).as(quota).extracting(Finding::kind).containsExactly(Kind.QUOTA);
    }
  }

  @Test
  void aSeatThatIsHeldForOthersIsNotToBeGivenUntilTheHoldEnds() {
    for (boolean ended : new boolean[] {true, false}) {
      begin();
      String hold = "member:XN:1@" + at(50);
      rules("capacity=1 margin=0 queue=0 hold=" + hold);
      if (ended) {
        line("hold-ended", 0, 60, hold);
      }
      done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
      line("applied", 10, 100, ANN);
      line("seated", 10, 100, "");
      stands(10, 1, "XS", "approved");

      List<Kind> found = check().stream().map(Finding::kind).toList();
      assertThat(found).isEqualTo(ended ? List.of() : List.of(Kind.HELD));
    }
  }

  @Test
  void somebodyWithTwoApplicationsIsADuplicate() {
    rules("capacity=9 margin=0 queue=0");
    act(SeatAct.Kind.APPLY, 1, 0, 100, Outcome.UNKNOWN, "no answer");
    line("applied", 10, 100, ANN);
    act(SeatAct.Kind.APPLY, 1, 0, 200, Outcome.UNKNOWN, "no answer");
    line("applied", 20, 200, ANN);
    stands(10, 1, "XS", "waiting");
    stands(20, 1, "XS", "waiting");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.DUPLICATE);
  }

  @Test
  void anApplicationTakenAgainWhileItStandsIsADuplicate() {
    rules("capacity=9 margin=0 queue=0");
    done(SeatAct.Kind.APPLY, 1, 10, "waiting", 100);
    line("applied", 10, 100, ANN);
    done(SeatAct.Kind.APPLY, 1, 10, "waiting", 200);
    line("applied", 10, 200, ANN);
    stands(10, 1, "XS", "waiting");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.DUPLICATE);
  }

  @Test
  void whoIsPassedOnTheWaitingListIsReported() {
    rules("capacity=1 margin=0 queue=5");
    done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
    line("applied", 10, 100, ANN);
    line("seated", 10, 100, "");
    done(SeatAct.Kind.APPLY, 2, 20, "queued", 200);
    line("applied", 20, 200, BEN);
    line("queued", 20, 200, "");
    done(SeatAct.Kind.APPLY, 3, 30, "queued", 300);
    line("applied", 30, 300, CLEO);
    line("queued", 30, 300, "");
    done(SeatAct.Kind.WITHDRAW, 1, 10, "", 400);
    line("withdrawn", 10, 400, "");
    line("seated", 30, 400, "");
    stands(10, 1, "XS", "withdrawn");
    stands(20, 2, "XS", "queued");
    stands(30, 3, "XN", "approved");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.ORDER);
  }

  @Test
  void whoComesLaterAndIsSeatedBeforeThoseWhoWaitIsReported() {
    rules("capacity=2 margin=0 queue=5 hold=member:XN:1@" + at(250));
    done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
    line("applied", 10, 100, ANN);
    line("seated", 10, 100, "");
    done(SeatAct.Kind.APPLY, 2, 20, "queued", 200);
    line("applied", 20, 200, BEN);
    line("queued", 20, 200, "");
    line("hold-ended", 0, 260, "member:XN:1@" + at(250));
    done(SeatAct.Kind.APPLY, 3, 30, "approved", 300);
    line("applied", 30, 300, CLEO);
    line("seated", 30, 300, "");
    stands(10, 1, "XS", "approved");
    stands(20, 2, "XS", "queued");
    stands(30, 3, "XN", "approved");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.ORDER);
  }

  @Test
  void whoWaitsForASeatThatIsFreeIsReported() {
    rules("capacity=1 margin=0 queue=5");
    done(SeatAct.Kind.APPLY, 1, 10, "queued", 100);
    line("applied", 10, 100, ANN);
    line("queued", 10, 100, "");
    stands(10, 1, "XS", "queued");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.ORDER);
  }

  @Test
  void aWaitingListLongerThanItMayBeIsReported() {
    rules("capacity=1 margin=0 queue=0");
    done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
    line("applied", 10, 100, ANN);
    line("seated", 10, 100, "");
    done(SeatAct.Kind.APPLY, 2, 20, "queued", 200);
    line("applied", 20, 200, BEN);
    line("queued", 20, 200, "");
    stands(10, 1, "XS", "approved");
    stands(20, 2, "XS", "queued");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.ORDER);
  }

  @Test
  void aRequestSentAgainThatDoesItAgainIsReported() {
    rules("capacity=9 margin=0 queue=0");
    SeatAct first = done(SeatAct.Kind.APPLY, 1, 10, "waiting", 100);
    line("applied", 10, 100, ANN);
    done(SeatAct.Kind.WITHDRAW, 1, 10, "", 200);
    line("withdrawn", 10, 200, "");
    first.tried(new Try(at(295), at(305), Outcome.DONE, answer(10, "waiting")));
    line("applied", 10, 300, ANN);
    stands(10, 1, "XS", "waiting");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.UNASKED);
  }

  @Test
  void aRequestSentAgainThatIsAnsweredOtherwiseIsReported() {
    rules("capacity=9 margin=0 queue=0");
    SeatAct first = done(SeatAct.Kind.APPLY, 1, 10, "waiting", 100);
    line("applied", 10, 100, ANN);
    first.tried(new Try(at(295), at(305), Outcome.DONE, answer(10, "approved")));
    stands(10, 1, "XS", "waiting");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.ANSWER);
  }

  @Test
  void anAnswerThatIsNotWhatHappenedIsReported() {
    rules("capacity=9 margin=0 queue=9");
    done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
    line("applied", 10, 100, ANN);
    stands(10, 1, "XS", "waiting");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.ANSWER);
  }

  @Test
  void whatWasRefusedAndHappenedAllTheSameIsReported() {
    rules("capacity=9 margin=0 queue=9");
    act(SeatAct.Kind.APPLY, 1, 10, 100, Outcome.REFUSED, "session-full");
    line("applied", 10, 100, ANN);
    stands(10, 1, "XS", "waiting");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.UNASKED);
  }

  @Test
  void twoDecisionsOnOneApplicationAreReported() {
    rules("capacity=9 margin=0 queue=9");
    done(SeatAct.Kind.APPLY, 1, 10, "waiting", 100);
    line("applied", 10, 100, ANN);
    done(SeatAct.Kind.APPROVE, 1, 10, "", 200);
    done(SeatAct.Kind.APPROVE, 1, 10, "", 201);
    line("seated", 10, 200, "");
    stands(10, 1, "XS", "approved");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.LOST);
  }

  @Test
  void aStateACountOrALineThatDiffersFromTheLedgerIsReported() {
    rules("capacity=9 margin=0 queue=9");
    done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
    line("applied", 10, 100, ANN);
    line("seated", 10, 100, "");
    stands(10, 1, "XS", "approved");
    assertThat(check()).isEmpty();

    book = new Book(3, 0, 2);
    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.KEPT);
    book = new Book(3, 0, 1);
    applications.set(0, application("XS", "withdrawn"));
    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.KEPT);
    applications.set(0, application("XN", "approved"));
    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.KEPT);
    applications.set(0, application("XS", "approved"));
    lines.set(2, new Line(4, "seated", 10, at(100), ""));
    book = null;
    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.KEPT);
  }

  @Test
  void otherRulesThatACentreGaveAreFineAndThoseWhoWaitMoveUp() {
    rules("capacity=1 margin=0 queue=5");
    oneSitsAndOneWaits();
    given(SeatAct.rule(SESSION, "capacity=9 margin=1 queue=5 quota=member:XN:0"), 300);
    line("rules", 0, 300, "capacity=1 margin=1 queue=5 quota=member:XN:0");
    line("seated", 20, 300, "");
    given(SeatAct.plan(SESSION, 4), 400);
    line("rules", 0, 400, "capacity=4 margin=1 queue=5 quota=member:XN:0");
    stands(10, 1, "XS", "approved");
    stands(20, 2, "XS", "approved");

    assertThat(check()).isEmpty();
  }

  @Test
  void rulesThatWereGivenAndAreNotThereAreLost() {
    rules("capacity=1 margin=0 queue=5");
    given(SeatAct.rule(SESSION, "capacity=1 margin=1 queue=5"), 100);
    given(SeatAct.plan(SESSION, 2), 200);
    line("rules", 0, 200, "capacity=3 margin=0 queue=5");

    assertThat(check())
        .extracting(Finding::kind)
        .containsExactlyInAnyOrder(Kind.LOST, Kind.LOST, Kind.UNASKED);
  }

  @Test
  void rulesThatNobodyGaveAreReported() {
    rules("capacity=1 margin=0 queue=5");
    line("rules", 0, 100, "capacity=1 margin=1 queue=5");
    given(SeatAct.plan(SESSION, 2), 200);
    line("rules", 0, 200, "capacity=2 margin=0 queue=5");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.UNASKED, Kind.UNASKED);
  }

  @Test
  void rulesThatAllowLessThanIsTakenAreReported() {
    for (boolean full : new boolean[] {true, false}) {
      begin();
      String lower = full ? "capacity=3 margin=0 queue=0" : "capacity=4 margin=0 queue=0";
      String strict = " quota=gender:female:1";
      rules("capacity=4 margin=0 queue=0" + (full ? strict : ""));
      for (int i = 1; i <= 4; i++) {
        done(SeatAct.Kind.APPLY, i, i, "approved", i * 100);
        line("applied", i, i * 100, ANN + " gender:" + (i == 1 ? "female" : "male"));
        line("seated", i, i * 100, "");
        applications.add(
            new Application(
                i, SESSION, i, Set.of(ANN, "gender:" + (i == 1 ? "female" : "male")), "approved"));
      }
      String given = full ? lower + strict : lower + " quota=gender:male:2";
      given(full ? SeatAct.plan(SESSION, 3) : SeatAct.rule(SESSION, given), 500);
      line("rules", 0, 500, given);

      assertThat(check())
          .extracting(Finding::kind)
          .containsExactly(full ? Kind.OVERSOLD : Kind.QUOTA);
    }
  }

  @Test
  void whoIsLeftBehindByOtherRulesIsReported() {
    rules("capacity=1 margin=0 queue=5");
    oneSitsAndOneWaits();
    given(SeatAct.plan(SESSION, 2), 300);
    line("rules", 0, 300, "capacity=2 margin=0 queue=5");
    line("seated", 20, 301, "");
    stands(10, 1, "XS", "approved");
    stands(20, 2, "XS", "approved");

    assertThat(check()).extracting(Finding::kind).containsExactly(Kind.ORDER);
  }

  @Test
  void aGroupThatWasForgottenOrIsNotTheirsIsReported() {
    for (String counted : List.of(ANN, ANN + " region:WCA subregion:011")) {
      begin();
      rules("capacity=9 margin=0 queue=9");
      done(SeatAct.Kind.APPLY, 1, 10, "waiting", 100);
      line("applied", 10, 100, counted);
      applications.add(new Application(10, SESSION, 1, Set.of(ANN, "region:WCA"), "waiting"));

      assertThat(check()).extracting(Finding::kind).containsExactly(Kind.KEPT);
    }
  }

  private void oneSitsAndOneWaits() {
    done(SeatAct.Kind.APPLY, 1, 10, "approved", 100);
    line("applied", 10, 100, ANN);
    line("seated", 10, 100, "");
    done(SeatAct.Kind.APPLY, 2, 20, "queued", 200);
    line("applied", 20, 200, BEN);
    line("queued", 20, 200, "");
  }

  private List<Finding> check() {
    return HistoryCheck.of(
        acts,
        new SeatsAsKept(
            Map.of(SESSION, lines), applications, book == null ? Map.of() : Map.of(SESSION, book)));
  }

  private void begin() {
    acts.clear();
    lines.clear();
    applications.clear();
  }

  private void rules(String text) {
    line("rules", 0, 0, text);
  }

  private void line(String event, long application, int at, String detail) {
    lines.add(new Line(lines.size() + 1L, event, application, at(at), detail));
  }

  private void stands(long id, long person, String member, String state) {
    applications.add(new Application(id, SESSION, person, Set.of("member:" + member), state));
  }

  private static Application application(String member, String state) {
    return new Application(10, SESSION, 1, Set.of("member:" + member), state);
  }

  private void given(SeatAct act, int at) {
    acts.add(act.tried(new Try(at(at - 5), at(at + 5), Outcome.DONE, "302")));
  }

  private SeatAct done(SeatAct.Kind kind, long person, long application, String state, int at) {
    return act(
        kind,
        person,
        application,
        at,
        Outcome.DONE,
        kind == SeatAct.Kind.APPLY ? answer(application, state) : "302");
  }

  private SeatAct act(
      SeatAct.Kind kind, long person, long application, int at, Outcome outcome, String answer) {
    SeatAct act =
        new SeatAct(kind, SESSION, person, application, true, kind + "-" + acts.size())
            .tried(new Try(at(at - 5), at(at + 5), outcome, answer));
    acts.add(act);
    return act;
  }

  private static String answer(long application, String state) {
    return "{\"id\":" + application + ",\"state\":\"" + state + "\"}";
  }

  private static Instant at(int milli) {
    return Instant.parse("2026-11-26T10:00:00Z").plusMillis(milli);
  }
}
