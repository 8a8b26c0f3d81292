package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.OwnSession;
import org.portolan.calendar.SessionPlan;
import org.portolan.container.Scenario;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.seat.SeatRefused;

/** A centre lowers the seats of a session at the moment at which somebody takes one. */
@ArquillianTest
class SeatsLoweredIT {
  private static final long LONGEST = 30;

  /** Enough for the other to come to where it has to wait. */
  private static final long A_MOMENT = 300;

  @Inject private EnrolmentService enrolment;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Inject private RequestContextController requests;
  @Resource private ManagedThreadFactory threads;

  // the server's own executor runs few at a time, among them what works in the background
  private ExecutorService people;

  @BeforeEach
  void begin() {
    people = Executors.newCachedThreadPool(threads);
  }

  @AfterEach
  void end() {
    people.shutdownNow();
  }

  @Test
  void aSeatThatIsBeingTakenCounts() throws Exception {
    long session = scenario.session(2, Chain.NONE);
    apply(session);
    CountDownLatch applied = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Future<String> applying = start(() -> held(applied, goOn, () -> apply(session)));
    await(applied, applying);
    Future<String> lowering = start(() -> lower(session, 1));
    Thread.sleep(A_MOMENT);
    goOn.countDown();

    assertThat(applying.get(LONGEST, TimeUnit.SECONDS)).isEqualTo("applied");
    assertThat(lowering.get(LONGEST, TimeUnit.SECONDS)).isEqualTo("refused");
    assertNeverMoreThanSeats(session);
  }

  @Test
  void aSeatThatIsBeingTakenAwayIsNotGiven() throws Exception {
    long session = scenario.session(2, Chain.NONE);
    apply(session);
    CountDownLatch lowered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Future<String> lowering = start(() -> held(lowered, goOn, () -> lower(session, 1)));
    await(lowered, lowering);
    Future<String> applying = start(() -> apply(session));
    Thread.sleep(A_MOMENT);
    goOn.countDown();

    assertThat(lowering.get(LONGEST, TimeUnit.SECONDS)).isEqualTo("lowered");
    assertThat(applying.get(LONGEST, TimeUnit.SECONDS)).isEqualTo("full");
    assertNeverMoreThanSeats(session);
  }

  @Test
  void manyAtOnceNeitherOversellNorLockEachOtherOut() throws Exception {
    for (int round = 0; round < 5; round++) {
      long session = scenario.session(8, Chain.NONE);
      List<Future<String>> acts = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        int seats = 7 - i / 2;
        acts.add(start(i % 2 == 0 ? () -> apply(session) : () -> lower(session, seats)));
      }
      for (Future<String> act : acts) {
        assertThat(act.get(LONGEST, TimeUnit.SECONDS))
            .isIn("applied", "full", "lowered", "refused", "changed");
      }
      assertNeverMoreThanSeats(session);
    }
  }

  private void assertNeverMoreThanSeats(long session) {
    long taken = scenario.number("SELECT taken FROM seat_book WHERE session_id = ?", session);
    assertThat(taken)
        .isLessThanOrEqualTo(
            scenario.number("SELECT seats FROM training_session WHERE id = ?", session))
        .isEqualTo(
            scenario.number(
                "SELECT COUNT(*) FROM application WHERE session_id = ? AND state = 'approved'",
                session));
  }

  private String apply(long session) {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    try {
      enrolment.apply(session, "Our border post needs it.");
      return "applied";
    } catch (SeatRefused e) {
      return "full";
    }
  }

  private String lower(long session, int seats) {
    scenario.asCentre();
    OwnSession own = calendar.getOwn(session, Language.EN);
    LocalDate first = own.facts().firstDay();
    try {
      calendar.update(
          session,
          own.version(),
          new SessionPlan(
              own.facts().courseId(),
              first,
              first,
              LocalTime.of(9, 0),
              LocalTime.of(17, 0),
              "Main hall",
              "",
              seats,
              List.of("en"),
              Chain.NONE,
              null,
              false));
      return "lowered";
    } catch (InvalidPlan e) {
      return "refused";
    } catch (ChangedMeanwhile e) {
      return "changed";
    }
  }

  /** Does something and says so, but commits only when told to. */
  private String held(CountDownLatch done, CountDownLatch goOn, Callable<String> work)
      throws Exception {
    transaction.begin();
    String said = work.call();
    done.countDown();
    assertThat(goOn.await(LONGEST, TimeUnit.SECONDS)).isTrue();
    transaction.commit();
    return said;
  }

  private Future<String> start(Callable<String> work) {
    return people.submit(
        () -> {
          requests.activate();
          try {
            return work.call();
          } finally {
            requests.deactivate();
          }
        });
  }

  /** Waits until the work has come so far; where it failed before, says how. */
  private static void await(CountDownLatch reached, Future<String> work) throws Exception {
    for (long i = 0; i < LONGEST * 10 && !reached.await(100, TimeUnit.MILLISECONDS); i++) {
      if (work.isDone()) {
        work.get();
      }
    }
    assertThat(reached.getCount()).isZero();
  }
}
