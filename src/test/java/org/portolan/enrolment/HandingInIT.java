package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.Idempotency.Answer;
import org.portolan.platform.web.Idempotency.Sent;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.Problem;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.SeatRefused;

/** Wishes that are decided together, with the real transactions, locks and constraints. */
@ArquillianTest
class HandingInIT {
  private static final String WHY = "Our border post needs it.";
  private static final String HASH = "0".repeat(64);

  @Inject private HandingIn handingIn;
  @Inject private Together together;
  @Inject private EnrolmentService enrolment;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Scenario scenario;
  @Inject private Instance<RequestContextController> requests;
  @Resource private ManagedExecutorService threads;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  @Test
  void seatsGoToThoseWhoCameFirstAndTheRestIsRefused() {
    long small = scenario.session(2, Chain.NONE);
    long other = scenario.session(2, Chain.COORDINATOR);
    List<Turn> turns =
        List.of(turn(small), turn(other), turn(small), turn(small), turn(other), turn(small));

    handingIn.together(turns, true);

    assertThat(turns.get(0).receipt().state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(turns.get(1).receipt().state()).isEqualTo(ApplicationState.WAITING);
    assertThat(turns.get(2).receipt().state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(turns.get(4).receipt().waitsFor()).isEqualTo("coordinator");
    for (Turn late : List.of(turns.get(3), turns.get(5))) {
      assertThatThrownBy(late::receipt)
          .asInstanceOf(type(SeatRefused.class))
          .extracting(SeatRefused::kind)
          .isEqualTo(SeatRefused.Kind.SESSION_FULL);
    }
    assertThat(scenario.number("SELECT taken FROM seat_book WHERE session_id = ?", small))
        .isEqualTo(2);
    assertThat(applications(small)).isEqualTo(2);
    assertThat(applications(other)).isEqualTo(2);
    holds(small);
    holds(other);
  }

  @Test
  void eachIsInTheTrailUnderTheirOwnName() {
    long session = scenario.session(9, Chain.NONE);
    List<Turn> turns = new ArrayList<>(List.of(turn(session), turn(session)));
    long administrator = scenario.officer(Scenario.MEMBER);
    SignedInAs.acting(me, scenario.officer(Scenario.MEMBER), Scenario.MEMBER, administrator);
    turns.add(new Turn(new Wish(session, me.require(), audit.asking(), WHY, "", ""), null, null));
    // who decides for them all acts for nobody
    turns.add(turn(session));

    handingIn.together(turns, true);

    for (Turn each : turns) {
      List<AuditEntry> told = audit.history("application", each.receipt().id(), null, 5).entries();
      assertThat(told).extracting(AuditEntry::action).containsExactly("application.handed-in");
      assertThat(told).extracting(AuditEntry::actorId).containsExactly(each.person());
      assertThat(told)
          .extracting(AuditEntry::behindId)
          .containsExactly(each == turns.get(2) ? administrator : null);
    }
  }

  @Test
  void manyNeedNoMoreStatementsThanTwo() throws Exception {
    long session = scenario.session(40, Chain.COORDINATOR);
    handingIn.together(List.of(turn(session)), true);
    List<Turn> two = IntStream.range(0, 2).mapToObj(any -> turn(session)).toList();
    List<Turn> many = IntStream.range(0, 16).mapToObj(any -> turn(session)).toList();

    List<String> few = Statements.of(() -> decided(two));

    assertThat(Statements.of(() -> decided(many))).hasSameSizeAs(few).hasSizeLessThan(15);
  }

  @Test
  void whatIsKeptOfOneOfManyIsWhatIsReadOfIt() {
    long session = scenario.session(9, Chain.COORDINATOR);
    Turn turn = turn(session);

    handingIn.together(List.of(turn, turn(session)), true);

    scenario.as(turn.person(), Scenario.MEMBER);
    assertThat(enrolment.apply(session, "Said again"))
        .usingRecursiveComparison()
        .withComparatorForType(
            Comparator.comparing(due -> due.truncatedTo(ChronoUnit.SECONDS)), Instant.class)
        .isEqualTo(turn.receipt());
    enrolment.withdraw(turn.receipt().id());
    assertThat(enrolment.apply(session, WHY).id()).isEqualTo(turn.receipt().id());
    holds(session);
  }

  @Test
  void whatOthersHoldIsLeftToWait() throws Exception {
    long busy = scenario.session(9, Chain.NONE);
    long idle = scenario.session(9, Chain.NONE);
    Turn waits = turn(busy);
    Turn goes = turn(idle);
    try (Connection other = holding("training_session", busy)) {
      // on another thread, which has a connection of its own
      threads.submit(() -> handingIn.together(List.of(waits, goes), true)).get();
      other.rollback();
    }

    assertThat(waits.isHeld()).isTrue();
    assertThat(waits.decided()).isFalse();
    assertThat(goes.receipt().state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(applications(busy)).isZero();
  }

  /** One whose account is changed at this moment keeps nobody else waiting either. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPersonWhoIsHeldIsLeft(boolean free) throws Exception {
    long session = scenario.session(9, Chain.NONE);
    Turn left = turn(session, UUID.randomUUID().toString());
    Turn goes = turn(session);
    try (Connection other = holding("person", left.person())) {
      // on another thread, which has a connection of its own
      threads.submit(() -> handingIn.together(List.of(left, goes), free)).get(20, TimeUnit.SECONDS);
      other.rollback();
    }

    assertThat(left.decided()).isFalse();
    assertThat(left.isHeld()).isFalse();
    assertThat(keys(left)).isZero();
    assertThat(goes.receipt().state()).isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void whoseAccountIsHeldIsAnsweredWhenItIsFreeAndOthersBefore() throws Exception {
    long session = scenario.session(9, Chain.NONE);
    long held = scenario.officer(Scenario.MEMBER);
    Future<ApplicationReceipt> waits;
    try (Connection other = holding("person", held)) {
      waits = applying(session, held);
      for (int i = 0; i < 3; i++) {
        assertThat(applying(session).get(20, TimeUnit.SECONDS).state())
            .isEqualTo(ApplicationState.APPROVED);
      }
      assertThat(waits).isNotDone();
      other.rollback();
    }
    assertThat(waits.get(20, TimeUnit.SECONDS).state()).isEqualTo(ApplicationState.APPROVED);
    holds(session);
  }

  /** That somebody edits their profile at this moment does not make them of no group. */
  @Test
  void aProfileThatIsEditedIsReadAsItWas() throws Exception {
    long session = scenario.session(9, Chain.NONE);
    Turn turn = turn(session);
    scenario.sql(
        "INSERT INTO profile (person_id, grade, languages, supervisor_name, supervisor_email,"
            + " gender, zone, accessibility, name_public, version) VALUES ("
            + turn.person()
            + ", '', '', '', '', 'female', '', '', FALSE, 1)");
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      try (PreparedStatement edit =
          other.prepareStatement("UPDATE profile SET gender = 'male' WHERE person_id = ?")) {
        edit.setLong(1, turn.person());
        edit.executeUpdate();
      }
      threads.submit(() -> handingIn.together(List.of(turn), true)).get(20, TimeUnit.SECONDS);
      other.rollback();
    }

    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM application WHERE group_codes LIKE '%:female%' AND id = ?",
                turn.receipt().id()))
        .isOne();
  }

  /** Whatever goes wrong with one who leads, those who come after do not wait for them. */
  @Test
  void whoFailsAtOnceLeadsNobody() throws Exception {
    long session = scenario.session(9, Chain.NONE);
    Wish broken = new Wish(session, null, audit.asking(), WHY, "", "");

    assertThatThrownBy(() -> together.decide(broken)).isInstanceOf(NullPointerException.class);

    assertThat(applying(session).get(20, TimeUnit.SECONDS).state())
        .isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void whoAppliesForASessionThatIsHeldIsAnsweredWhenItIsFree() throws Exception {
    long busy = scenario.session(9, Chain.NONE);
    long idle = scenario.session(9, Chain.NONE);
    List<Future<ApplicationReceipt>> waiting = new ArrayList<>();
    try (Connection other = holding("training_session", busy)) {
      for (int i = 0; i < 3; i++) {
        waiting.add(applying(busy));
      }
      assertThat(applying(idle).get(20, TimeUnit.SECONDS).state())
          .isEqualTo(ApplicationState.APPROVED);
      assertThat(waiting).noneMatch(Future::isDone);
      other.rollback();
    }
    for (Future<ApplicationReceipt> each : waiting) {
      assertThat(each.get(20, TimeUnit.SECONDS).state()).isEqualTo(ApplicationState.APPROVED);
    }
    holds(busy);
  }

  @Test
  void aRequestKeepsItsAnswerAndAnotherUnderItsKeyIsLeftAlone() {
    long session = scenario.session(9, Chain.NONE);
    String key = UUID.randomUUID().toString();
    Turn first = turn(session, key);
    handingIn.together(List.of(first, turn(session)), true);
    Turn again =
        new Turn(first.wish(), first.request(), receipt -> new Answer(201, "another answer"));
    Turn beside = turn(session);

    handingIn.together(List.of(again, beside), true);

    assertThat(again.decided()).isFalse();
    assertThat(beside.decided()).isTrue();
    scenario.as(first.person(), Scenario.MEMBER);
    assertThat(
            enrolment.apply(
                session, WHY, "", "", first.request(), receipt -> new Answer(201, "another")))
        .isEqualTo(first.answer());
    Sent other = new Sent(first.person(), first.request().route(), key, "1".repeat(64));
    assertThatThrownBy(
            () -> enrolment.apply(session, WHY, "", "", other, any -> new Answer(201, "")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
  }

  @Test
  void aRefusedRequestIsNotRemembered() {
    long session = scenario.session(1, Chain.NONE);
    Turn first = turn(session, UUID.randomUUID().toString());
    Turn late = turn(session, UUID.randomUUID().toString());
    handingIn.together(List.of(first, late), true);

    assertThatThrownBy(late::answer).isInstanceOf(SeatRefused.class);
    assertThat(keys(first)).isOne();
    assertThat(keys(late)).isZero();
  }

  @Test
  void whereNobodyIsTakenNothingIsKept() {
    long session = scenario.session(1, Chain.NONE);
    scenario.sql("UPDATE training_session SET state = 'cancelled' WHERE id = " + session);
    Turn one = turn(session);
    Turn other = turn(0);

    assertThatThrownBy(() -> handingIn.together(List.of(one, other), true))
        .isInstanceOf(HandingIn.NobodyTaken.class);

    assertThatThrownBy(one::receipt).isInstanceOf(EnrolmentRefused.class);
    assertThat(other.isHeld()).isTrue();
    assertThat(scenario.number("SELECT COUNT(*) FROM seat_line WHERE session_id = ?", session))
        .isZero();
  }

  /** What fails half-way fails as a whole: each is then decided alone. */
  @Test
  void whoFailsAfterTheBookWasWrittenTakesNobodyAlong() throws Exception {
    long session = scenario.session(9, Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR));
    Wish wish = turn(session).wish();
    String address = scenario.email(wish.person().personId());
    Turn own =
        new Turn(
            new Wish(session, wish.person(), wish.actor(), WHY, "Myself", address), null, null);
    Turn named = turn(session, null, "Ada Chief", "ada@demo.portolan.example");
    List<Turn> turns = List.of(named, own);

    assertThatThrownBy(() -> handingIn.together(turns, true)).isInstanceOf(EnrolmentRefused.class);
    assertThat(applications(session)).isZero();
    assertThat(scenario.number("SELECT COUNT(*) FROM seat_line WHERE session_id = ?", session))
        .isZero();
    assertThat(handingIn.alone(named.wish()).waitsFor()).isEqualTo("supervisor");
  }

  @Test
  void whoNamesNoSupervisorIsInNobodysWay() {
    long session = scenario.session(9, Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR));
    Turn nobodyNamed = turn(session);
    Turn named = turn(session, null, "Ada Chief", "ada@demo.portolan.example");

    handingIn.together(List.of(nobodyNamed, named), true);

    assertThatThrownBy(nobodyNamed::receipt).isInstanceOf(EnrolmentRefused.class);
    assertThat(named.receipt().waitsFor()).isEqualTo("supervisor");
    assertThat(applications(session)).isOne();
    holds(session);
  }

  @Test
  void aSessionThatIsNoneIsNotFound() {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThatThrownBy(() -> enrolment.apply(0, WHY)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> enrolment.apply(Long.MAX_VALUE, WHY)).isInstanceOf(NotFound.class);
  }

  /** Applications stand as the ledger of the session tells. */
  private void holds(long session) {
    try (Connection connection = database.getConnection()) {
      assertThat(new LedgerCheck(connection).of(session).problems()).isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object decided(List<Turn> turns) {
    handingIn.together(turns, true);
    assertThat(turns).allMatch(Turn::decided);
    return turns;
  }

  private Turn turn(long session) {
    return turn(session, null);
  }

  private Turn turn(long session, String key) {
    return turn(session, key, "", "");
  }

  private Turn turn(long session, String key, String supervisor, String email) {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    return new Turn(
        new Wish(session, me.require(), audit.asking(), WHY, supervisor, email),
        key == null ? null : new Sent(person, "POST somewhere", key, HASH),
        receipt -> new Answer(201, "{\"id\":" + receipt.id() + "}"));
  }

  private Future<ApplicationReceipt> applying(long session) {
    return applying(session, scenario.officer(Scenario.MEMBER));
  }

  private Future<ApplicationReceipt> applying(long session, long person) {
    return threads.submit(
        () -> {
          RequestContextController request = requests.get();
          request.activate();
          try {
            SignedInAs.person(me, person, Scenario.MEMBER);
            return enrolment.apply(session, WHY);
          } finally {
            request.deactivate();
            requests.destroy(request);
          }
        });
  }

  private Connection holding(String table, long id) throws Exception {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT id FROM " + table + " WHERE id = ? FOR UPDATE")) {
      lock.setLong(1, id);
      lock.executeQuery().close();
    }
    return connection;
  }

  private long applications(long session) {
    return scenario.number("SELECT COUNT(*) FROM application WHERE session_id = ?", session);
  }

  private long keys(Turn turn) {
    return scenario.number(
        "SELECT COUNT(*) FROM idempotency_key WHERE idem_key = ?", turn.request().key());
  }
}
