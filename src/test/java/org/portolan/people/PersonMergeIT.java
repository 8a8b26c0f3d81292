package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.administration.MergeDesk;
import org.portolan.administration.PersonDesk;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.NotFound;

/** Two accounts become one: what moves, what ends, what stands against it, and who may. */
@ArquillianTest
class PersonMergeIT {
  /** Whatever names a person is called so; {@code MergeColumnsTest} asks for all of these. */
  private static final String NAMES_A_PERSON =
      "person_id|actor_id|behind_id|author_id|acting_as|merged_into|[a-z]+_by";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource private ManagedExecutorService threads;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Inject private PersonMerge merge;
  @Inject private People people;
  @Inject private Erasures erasures;
  @Inject private OwnData data;
  @Inject private MergeDesk desk;
  @Inject private PersonDesk persons;
  @Inject private EnrolmentService enrolment;
  @Inject private MergingInRequests requests;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;
  @Inject @Any private Instance<MovesPerson> parts;

  private long stays;
  private long goes;

  @BeforeEach
  void two() {
    stays = scenario.officer(Scenario.MEMBER);
    goes = scenario.officer(Scenario.MEMBER);
    scenario.asAdministrator();
  }

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  @Test
  void everyReferenceToAPersonIsCalledSoThatNoneIsForgotten() throws Exception {
    Set<String> columns = new TreeSet<>();
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT column_name FROM information_schema.key_column_usage WHERE table_schema"
                        + " = DATABASE() AND referenced_table_name = 'person'")) {
      while (row.next()) {
        columns.add(row.getString(1));
      }
    }
    assertThat(columns).hasSizeGreaterThan(4).allMatch(column -> column.matches(NAMES_A_PERSON));
  }

  @Test
  void whatTheOneThatGoesHasIsTheOthersAndNothingNamesItAnyMore() {
    plant(goes);
    long seat = apply(goes);
    for (String column : columns()) {
      assertThat(named(column, goes)).as("planted in " + column).isPositive();
    }
    String address = scenario.email(goes);
    scenario.asAdministrator();

    merge.merge(stays, goes);

    for (String column : columns()) {
      assertThat(named(column, goes)).as(column).isZero();
    }
    assertThat(named("mandate.person_id", stays)).isOne();
    assertThat(named("practice.author_id", stays)).isOne();
    assertThat(named("invitation.invited_by", stays)).isOne();
    assertThat(named("invitation.person_id", stays)).isOne();
    assertThat(named("profile.person_id", stays)).isOne();
    assertThat(named("exchange_import.person_id", stays)).isOne();
    assertThat(number("SELECT person_id FROM application WHERE id = " + seat)).isEqualTo(stays);
    for (String way : List.of("password", "passkey", "identity_link", "api_token", "sign_in")) {
      assertThat(named(way + ".person_id", stays)).as(way).isZero();
    }
    assertThat(people.findByEmail(new EmailAddress(address))).isEmpty();
  }

  @Test
  void nothingIsRewrittenInTheTrailAndTheDeedIsToldOnBoth() {
    scenario.as(goes, Scenario.MEMBER);
    long application = apply(goes);
    scenario.asAdministrator();
    merge.merge(stays, goes);
    assertThat(
            number(
                "SELECT actor_id FROM audit_entry WHERE action = 'application.handed-in'"
                    + " AND record_id = '"
                    + application
                    + "'"))
        .isEqualTo(goes);
    assertThat(told("application.moved", application)).contains("applicant", "" + stays);
    assertThat(told("person.merged", goes)).contains("into", "" + stays);
    assertThat(told("person.took-over", stays)).contains("merged", "" + goes);

    assertThat(persons.get(goes).mergedInto().id()).isEqualTo(stays);
    assertThat(persons.get(goes).mergeable()).isFalse();
    assertThat(persons.get(stays).earlier())
        .singleElement()
        .satisfies(
            earlier -> {
              assertThat(earlier.id()).isEqualTo(goes);
              assertThat(earlier.history().entries()).isNotEmpty();
            });
  }

  @Test
  void practicesAndInvitationsTellOfTheirMoveInOneStatement() throws Exception {
    practice(goes);
    invitation(goes);
    long practice = number("SELECT id FROM practice WHERE author_id = " + goes);
    long invitation = number("SELECT id FROM invitation WHERE invited_by = " + goes);
    int few = statements(goes);
    assertThat(told("practice.moved", practice)).contains("author", "" + goes, "" + stays);
    assertThat(told("invitation.moved", invitation))
        .contains("invited", "inviter", "" + goes, "" + stays);

    long more = scenario.officer(Scenario.MEMBER);
    for (int i = 0; i < 4; i++) {
      practice(more);
      invitation(more);
    }
    scenario.asAdministrator();
    assertThat(statements(more)).isLessThanOrEqualTo(few);
    assertThat(
            number(
                "SELECT COUNT(*) FROM audit_entry WHERE action IN ('practice.moved',"
                    + " 'invitation.moved') AND changes LIKE '%"
                    + more
                    + "%'"))
        .isEqualTo(8);
  }

  private int statements(long other) throws Exception {
    return Statements.of(
            () -> {
              merge.merge(stays, other);
              return null;
            })
        .size();
  }

  @Test
  void lettersGoToBothAddressesAndNeitherNamesTheOther() {
    String kept = scenario.email(stays);
    String gone = scenario.email(goes);
    merge.merge(stays, goes);
    for (String address : List.of(kept, gone)) {
      assertThat(
              scenario.text(
                  "SELECT CONCAT(subject, body_text) FROM mail_letter WHERE to_address = '"
                      + address
                      + "' AND kind = 'people.letter.merged'"))
          .contains("became one")
          .doesNotContain(kept, gone);
    }
  }

  @Test
  void theSurvivorsErasureTakesTheOtherToo() {
    plant(goes);
    String address = scenario.email(goes);
    merge.merge(stays, goes);
    scenario.as(stays, Scenario.MEMBER);
    assertThat(data.document().getJsonArray("person")).hasSize(2);
    scenario.endMandates(stays);
    String kept = scenario.email(stays);
    scenario.asAdministrator();

    erasures.execute(kept, "Asked for.");

    assertThat(
            number(
                "SELECT COUNT(*) FROM person WHERE id IN ("
                    + stays
                    + ", "
                    + goes
                    + ") AND erased_at IS NOT NULL AND given_name = 'Erased'"
                    + " AND former_email IS NULL"))
        .isEqualTo(2);
    assertThat(named("audit_person_key.person_id", goes)).isZero();
    assertThat(number("SELECT COUNT(*) FROM mail_letter WHERE to_address = '" + address + "'"))
        .isZero();
  }

  @Test
  void twoApplicationsForOneSessionAreSettledFirst() {
    long session = scenario.session(5, Chain.COORDINATOR);
    long kept = applyFor(session, stays);
    long other = applyFor(session, goes);
    scenario.asAdministrator();
    assertThatThrownBy(() -> merge.merge(stays, goes))
        .isInstanceOfSatisfying(
            MergeRefused.class,
            refused ->
                assertThat(refused.conflicts())
                    .singleElement()
                    .satisfies(
                        conflict -> {
                          assertThat(conflict.kind()).isEqualTo("application");
                          assertThat(conflict.record()).isEqualTo(other);
                          assertThat(conflict.name())
                              .isEqualTo(
                                  scenario.text(
                                      "SELECT code FROM training_session WHERE id = " + session));
                        }));
    scenario.as(goes, Scenario.MEMBER);
    enrolment.withdraw(other);
    scenario.asAdministrator();
    merge.merge(stays, goes);
    assertThat(number("SELECT person_id FROM application WHERE id = " + kept)).isEqualTo(stays);
    assertThat(number("SELECT person_id FROM application WHERE id = " + other)).isEqualTo(goes);
  }

  @Test
  void anApplicationThatStandsTakesThePlaceOfOneThatDoesNot() {
    long session = scenario.session(5, Chain.COORDINATOR);
    long dead = applyFor(session, stays);
    enrolment.withdraw(dead);
    long seat = applyFor(session, goes);
    scenario.asAdministrator();
    assertThat(kinds(stays, goes)).isEmpty();

    merge.merge(stays, goes);

    assertThat(number("SELECT person_id FROM application WHERE id = " + seat)).isEqualTo(stays);
    assertThat(number("SELECT person_id FROM application WHERE id = " + dead)).isEqualTo(goes);
    assertThat(told("application.moved", seat)).contains("" + stays);
    assertThat(told("application.moved", dead)).contains("" + goes);
    scenario.as(stays, Scenario.MEMBER);
    enrolment.withdraw(seat);
    assertThat(enrolment.listOf(goes, Language.EN)).hasSize(1);
  }

  @Test
  void oneOfficeHeldByBothIsSettledFirstAndNobodyGivesAwayWhatTheyDoNotAppointTo() {
    scenario.mandate(stays, Office.EDITOR, Scope.region("WCA"));
    scenario.mandate(goes, Office.EDITOR, Scope.region("WCA"));
    assertThat(kinds(stays, goes)).containsExactly("office");
    scenario.endMandates(stays);
    assertThat(kinds(stays, goes)).isEmpty();
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(kinds(stays, goes)).containsExactly("office-beyond");
    assertThatThrownBy(() -> merge.merge(stays, goes)).isInstanceOf(MergeRefused.class);
    assertThat(named("mandate.person_id", goes)).isOne();
  }

  @Test
  void whoMayStillLookIntoAnOfficeKeepsTheAccountFromThoseWhoDoNotAppointToIt() {
    scenario.mandate(goes, Office.EDITOR, Scope.region("WCA"));
    scenario.sql(
        "UPDATE mandate SET ends_at = '2026-01-02', to_day = '2026-01-01',"
            + " reads_until = '2099-01-01' WHERE person_id = "
            + goes);
    assertThat(kinds(stays, goes)).isEmpty();
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(kinds(stays, goes)).containsExactly("office-beyond");
    scenario.sql("UPDATE mandate SET reads_until = '2026-01-03' WHERE person_id = " + goes);
    assertThat(kinds(stays, goes)).isEmpty();
  }

  @Test
  void nobodyMergesTheirOwnAccountOrOneThatIsToBeErasedOrOneWithItself() {
    assertThat(kinds(stays, stays)).containsExactly("same");
    scenario.sql(
        "INSERT INTO erasure_request (person_id, state, asked_at, due_at) VALUES ("
            + goes
            + ", 'asked', '2026-01-01', '2099-01-01')");
    assertThat(kinds(stays, goes)).containsExactly("erasure");
    scenario.sql("DELETE FROM erasure_request WHERE person_id = " + goes);
    SignedInAs.person(
        me, stays, Scenario.MEMBER, new Grant(Role.COORDINATOR, Scope.member(Scenario.MEMBER)));
    assertThat(kinds(stays, goes)).containsExactly("self");
  }

  @Test
  void whoWasMergedIsMergedNoMoreAndAChainEndsAtTheLast() {
    long last = scenario.officer(Scenario.MEMBER);
    merge.merge(stays, goes);
    assertThat(kinds(goes, stays)).containsExactly("merged");
    merge.merge(last, stays);
    assertThat(merge.of(goes).into()).isEqualTo(last);
    assertThat(merge.of(last).earlier()).containsExactlyInAnyOrder(stays, goes);
  }

  @Test
  void aNationalCoordinatorMergesWithinTheirMemberAndOthersDoNot() {
    long abroad = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> merge.merge(stays, abroad)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> merge.merge(abroad, goes)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.compare(stays, abroad, Language.EN)).isInstanceOf(NotFound.class);
    merge.merge(stays, goes);
    assertThat(merge.of(goes).into()).isEqualTo(stays);

    long more = scenario.officer(Scenario.MEMBER);
    SignedInAs.person(me, 1, null, new Grant(Role.ROCB, Scope.region("AMS")));
    assertThatThrownBy(() -> merge.merge(stays, more))
        .isInstanceOfAny(NotAllowed.class, NotFound.class);
    scenario.as(stays, Scenario.MEMBER);
    assertThatThrownBy(() -> merge.merge(stays, more)).isInstanceOf(NotAllowed.class);
    SignedInAs.acting(
        me, stays, Scenario.MEMBER, 1, new Grant(Role.COORDINATOR, Scope.member(Scenario.MEMBER)));
    assertThatThrownBy(() -> merge.merge(stays, more)).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> merge.merge(stays, more)).isInstanceOf(NotSignedIn.class);
    scenario.asAdministrator();
    merge.merge(stays, more);
  }

  @Test
  void bothSidesAreReadInAsManyStatementsWhateverTheyHave() throws Exception {
    int few = Statements.of(() -> desk.compare(stays, goes, Language.EN)).size();
    plant(goes);
    apply(goes);
    apply(goes);
    scenario.asAdministrator();
    assertThat(Statements.of(() -> desk.compare(stays, goes, Language.EN)).size())
        .isLessThanOrEqualTo(few + 2)
        .isLessThan(24);
    assertThat(desk.compare(stays, goes, Language.EN).get(1))
        .satisfies(
            side -> {
              assertThat(side.applications()).hasSize(2);
              assertThat(side.offices()).hasSize(1);
              assertThat(side.ways().passwords()).isOne();
              assertThat(side.ways().tokens()).isOne();
            });
  }

  @Test
  void ofTwoMergesThatCrossOneIsDone() throws Exception {
    for (int round = 0; round < 5; round++) {
      long a = scenario.officer(Scenario.MEMBER);
      long b = scenario.officer(Scenario.MEMBER);
      CyclicBarrier start = new CyclicBarrier(2);
      List<Object> results = all(List.of(merging(a, b, start), merging(b, a, start)));
      assertThat(results).filteredOn("done"::equals).hasSize(1);
      assertThat(results).filteredOn(MergeRefused.class::isInstance).hasSize(1);
      assertThat(
              number(
                  "SELECT COUNT(*) FROM person WHERE merged_into IS NOT NULL AND id IN ("
                      + a
                      + ", "
                      + b
                      + ")"))
          .isOne();
    }
  }

  @Test
  void whoAppliesDuringAMergeAppliesAsTheOneThatStaysOrNotAtAll() throws Exception {
    for (int round = 0; round < 5; round++) {
      long a = scenario.officer(Scenario.MEMBER);
      long b = scenario.officer(Scenario.MEMBER);
      long session = scenario.session(5, Chain.COORDINATOR);
      CyclicBarrier start = new CyclicBarrier(2);
      List<Object> results =
          all(
              List.of(
                  merging(a, b, start),
                  () -> {
                    scenario.as(b, Scenario.MEMBER);
                    start.await();
                    return enrolment.apply(session, "Our post needs it.");
                  }));
      assertThat(results.get(0)).isEqualTo("done");
      assertThat(number("SELECT COUNT(*) FROM application WHERE person_id = " + b)).isZero();
      assertThat(number("SELECT COUNT(*) FROM application WHERE person_id = " + a))
          .isEqualTo(results.get(1) instanceof NotSignedIn ? 0 : 1);
    }
  }

  @Test
  void aMergeWaitsForWhoIsApplying() throws Exception {
    long session = scenario.session(5, Chain.COORDINATOR);
    scenario.as(goes, Scenario.MEMBER);
    transaction.begin();
    enrolment.apply(session, "Our post needs it.");
    Future<Object> merging =
        threads.submit(() -> requests.call(merging(stays, goes, new CyclicBarrier(1))));
    assertThatThrownBy(() -> merging.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    transaction.commit();
    assertThat(merging.get(30, TimeUnit.SECONDS)).isEqualTo("done");
    assertThat(named("application.person_id", stays)).isOne();
  }

  private Callable<Object> merging(long a, long b, CyclicBarrier start) {
    return () -> {
      scenario.asAdministrator();
      start.await();
      merge.merge(a, b);
      return "done";
    };
  }

  private List<Object> all(List<Callable<Object>> works) throws InterruptedException {
    List<Future<Object>> running = new ArrayList<>();
    works.forEach(work -> running.add(threads.submit(() -> requests.call(work))));
    List<Object> results = new ArrayList<>();
    for (Future<Object> each : running) {
      try {
        results.add(each.get(60, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        results.add(e.getCause());
      } catch (TimeoutException e) {
        results.add(e);
      }
    }
    return results;
  }

  private List<String> kinds(long one, long other) {
    return merge.conflicts(one, other).stream().map(MergeConflict::kind).toList();
  }

  private Set<String> columns() {
    return parts.stream()
        .flatMap(part -> part.columns().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private long named(String column, long person) {
    String[] parts = column.split("\\.");
    return number("SELECT COUNT(*) FROM " + parts[0] + " WHERE " + parts[1] + " = " + person);
  }

  private long number(String sql) {
    return scenario.number(sql);
  }

  private String told(String action, long record) {
    return scenario.text(
        "SELECT changes FROM audit_entry WHERE action = '"
            + action
            + "' AND record_id = '"
            + record
            + "'");
  }

  private long apply(long person) {
    return applyFor(scenario.session(5, Chain.COORDINATOR), person);
  }

  private long applyFor(long session, long person) {
    scenario.as(person, Scenario.MEMBER);
    enrolment.apply(session, "Our post needs it.");
    return number(
        "SELECT id FROM application WHERE session_id = " + session + " AND person_id = " + person);
  }

  /** A row in every column that a part names, applications of their own aside. */
  private void plant(long person) {
    course(person);
    String at = "2026-01-01";
    scenario.mandate(person, Office.EDITOR, Scope.region("WCA"));
    row("password (person_id, hash, changed_at)", person, "x", at);
    row(
        "authenticator (person_id, secret, created_at, confirmed_at, last_step)",
        person,
        "x",
        at,
        at,
        0);
    row("recovery_code (person_id, mark)", person, hash());
    row("code_tries (person_id, wrong)", person, 1);
    row("pending_sign_in (token_hash, person_id, expires_at)", hash(), person, "2099-01-01");
    row(
        "passkey (person_id, credential_id, user_handle, public_key, sign_count, name, created_at)",
        person,
        hash(),
        hash(),
        "x",
        0,
        "x",
        at);
    row(
        "passkey_challenge (challenge_hash, purpose, person_id, expires_at)",
        hash(),
        "prove",
        person,
        "2099-01-01");
    scenario.sql(
        "INSERT INTO identity_provider (member_code, name, issuer, client_id, strong_acr, active,"
            + " version) VALUES ('XS', 'x', 'https://"
            + hash()
            + ".example', 'x', '', 0, 1)");
    scenario.sql(
        "INSERT INTO identity_link (subject_hash, provider_id, person_id, linked_at)"
            + " SELECT '"
            + hash()
            + "', MAX(id), "
            + person
            + ", '2026-01-01' FROM identity_provider");
    row("recovery (token_hash, person_id, expires_at)", hash(), person, "2099-01-01");
    row(
        "api_token (token_hash, person_id, name, created_at, expires_at)",
        hash(),
        person,
        "x",
        at,
        "2099-01-01");
    row(
        "sign_in (token_hash, person_id, created_at, last_seen_at, expires_at, agent, proved_at,"
            + " acting_as, acting_until, acting_reason)",
        hash(),
        person,
        at,
        at,
        "2099-01-01",
        "x",
        at,
        person,
        "2099-01-01",
        "x");
    row(
        "address_change (person_id, email, former_email, new_hash, former_hash, state, agreed_by,"
            + " created_at, expires_at, version)",
        person,
        hash() + "@x.example",
        hash() + "@x.example",
        hash(),
        hash(),
        "open",
        person,
        at,
        "2099-01-01",
        1);
    row(
        "attainment (person_id, competency_code, source, level, on_day, said_by, recorded_at,"
            + " in_force, asked)",
        person,
        "origin",
        "own",
        2,
        at,
        person,
        at,
        1,
        1);
    row("person_job (person_id, profile_code)", person, "risk-analyst");
    scenario.sql(
        "INSERT INTO session_interest (session_id, person_id, said_at) SELECT MAX(id), "
            + person
            + ", '2026-01-01' FROM training_session");
    scenario.sql(
        "INSERT INTO practice_use (practice_id, member_code, used_year, report, language,"
            + " reported_by, reported_at) SELECT MIN(id), 'XS', "
            + person
            + ", 'x', 'en', "
            + person
            + ", '2026-01-01' FROM practice");
    scenario.sql(
        "INSERT INTO attachment_upload (id, practice_id, begun_by, language, title, file_name, size,"
            + " stamp, received, touched_at) SELECT '"
            + hash().substring(0, 32)
            + "', MIN(id), "
            + person
            + ", 'en', 'x', 'x.pdf', 9, 1, 5, '2026-01-01' FROM practice");
    scenario.sql(
        "INSERT INTO practice_comment (practice_id, person_id, words, language, said_at,"
            + " hidden_by, hidden_at) SELECT MIN(id), "
            + person
            + ", 'x', 'en', '2026-01-01', "
            + person
            + ", '2026-01-01' FROM practice");
    scenario.sql(
        "INSERT INTO practice_rating (practice_id, person_id, useful, rated_at) SELECT MIN(id), "
            + person
            + ", 1, '2026-01-01' FROM practice");
    scenario.sql(
        "INSERT INTO practice_problem (practice_id, region_code, kind, words, person_id, told_at,"
            + " settled_by) SELECT MIN(id), 'WCA', 'other', 'x', "
            + person
            + ", '2026-01-01', "
            + person
            + " FROM practice");
    scenario.sql(
        "INSERT INTO translation_request (practice_id, language, person_id, asked_at) SELECT"
            + " MIN(id), 'ru', "
            + person
            + ", '2026-01-01' FROM practice");
    row("personal_feed (person_id, secret_hash, made_at)", person, hash(), at);
    row(
        "saved_search (person_id, name, query, mark, language, rhythm, saved_at, told_until, version)",
        person,
        "x",
        "q=x",
        hash(),
        "en",
        "none",
        at,
        at,
        1);
    scenario.sql(
        "INSERT INTO attendance_mark (mark_id, session_id, half_day, state, device, counter,"
            + " device_millis, previous_hash, hash, marked_at, received_at, marked_by) SELECT"
            + " UUID(), MAX(id), '2026-01-01-am', 'late', UUID(), 1, 1, '', '', '2026-01-01',"
            + " '2026-01-01', "
            + person
            + " FROM training_session");
    scenario.sql(
        "INSERT INTO attendance_guest (id, session_id, name, administration, email, registered_by,"
            + " registered_at, person_id, matched_by) SELECT UUID(), MAX(id), 'x', '', '', "
            + person
            + ", '2026-01-01', "
            + person
            + ", "
            + person
            + " FROM training_session");
    scenario.sql(
        "INSERT INTO attendance_signature (session_id, name, signed_by, signed_at, digest) SELECT"
            + " MAX(id), 'x', "
            + person
            + ", '2026-01-01', '' FROM training_session");
    scenario.sql(
        "INSERT INTO online_room (session_id, access_note, changed_by, changed_at, version) SELECT"
            + " MAX(id), '', "
            + person
            + ", '2026-01-01', 1 FROM training_session s WHERE NOT EXISTS (SELECT 1 FROM online_room"
            + " r WHERE r.session_id = s.id)");
    scenario.sql(
        "INSERT INTO resource (centre_code, region_code, kind, name, address, layouts, languages,"
            + " quantity, setup_minutes, clear_minutes, shared, retired, version, person_id) SELECT"
            + " MIN(code), MIN(region_code), 'trainer', 'x', '', '', '', 1, 0, 0, 0, 1, 1, "
            + person
            + " FROM body WHERE kind = 'rtc'");
    scenario.sql(
        "INSERT INTO busy_address (resource_id, sealed, host, next_at, failures, times, met,"
            + " kept_by, kept_at) SELECT MAX(id), 'x', 'x', '2090-01-01', 0, 0, 0, "
            + person
            + ", '2026-01-01' FROM resource");
    scenario.sql(
        "INSERT INTO resource_booking (resource_id, words, amount, setup_minutes, clear_minutes,"
            + " state, reason, booked_by, booked_at) SELECT MAX(id), 'x', 1, 0, 0, 'displaced', '', "
            + person
            + ", '2026-01-01' FROM resource");
    scenario.sql(
        "INSERT INTO session_message (session_id, sent_by, subject, body, receivers, sent_at)"
            + " SELECT MAX(id), "
            + person
            + ", 'x', 'x', 1, '2026-01-01' FROM training_session");
    scenario.sql(
        "INSERT INTO radar_dismissal (region_code, first_year, kind, subject, fingerprint,"
            + " sessions, reason, dismissed_by, dismissed_at) VALUES ('WCA', 2020, 'late-draft',"
            + " 'session:1', '"
            + hash()
            + "', '1', 'x', "
            + person
            + ", '2026-01-01')");
    scenario.sql(
        "INSERT INTO joint_proposal (region_code, lead_centre, other_centre, first_day, last_day,"
            + " lead_seats, other_seats, lead_cost, cost_words, note, state, proposed_by,"
            + " proposed_at, version) VALUES ('WCA', 'DEMO-RTC-XS1', 'DEMO-RTC-XS2', '2027-01-04',"
            + " '2027-01-05', 1, 1, 50, '', '', 'withdrawn', "
            + person
            + ", '2026-01-01', 1)");
    scenario.sql(
        "INSERT INTO joint_answer (proposal_id, centre_code, agrees, reason, answered_by,"
            + " answered_at) SELECT MAX(id), 'DEMO-RTC-XS1', 1, '', "
            + person
            + ", '2026-01-01' FROM joint_proposal");
    scenario.sql(
        "INSERT INTO nomination (session_id, member_code, reason, sent_by, unnamed, version)"
            + " SELECT MAX(id), 'XS', 'x', "
            + person
            + ", 0, 1 FROM training_session");
    scenario.sql(
        "INSERT INTO nominee (nomination_id, person_id, place, alternate, words)"
            + " SELECT MAX(id), "
            + person
            + ", 1, 0, 'x' FROM nomination");
    scenario.sql(
        "INSERT INTO waiting_letter (office_role, scope_code, person_id, looked_on) VALUES"
            + " ('coordinator', 'XS', "
            + person
            + ", '2026-01-01')");
    scenario.sql(
        "INSERT INTO completion (person_id, course_id, session_id, result, on_day, marked_by,"
            + " marked_at) SELECT "
            + person
            + ", MIN(course_id), MIN(id), 'completed', '2026-01-01', "
            + person
            + ", '2026-01-01' FROM training_session");
    invitation(person);
    row(
        "account_request (member_code, given_name, family_name, email, language, post, reason,"
            + " state, decided_by, created_at, expires_at, version)",
        "XS",
        "A",
        "B",
        hash(),
        "en",
        "",
        "x",
        "refused",
        person,
        at,
        at,
        1);
    row(
        "administration_change (person_id, from_member, to_member, state, decided_by, created_at,"
            + " decided_at, version)",
        person,
        "XS",
        "XN",
        "refused",
        person,
        at,
        at,
        1);
    row(
        "profile (person_id, grade, languages, supervisor_name, supervisor_email, gender, zone,"
            + " accessibility, name_public, version)",
        person,
        "Captain",
        "",
        "",
        "",
        "",
        "",
        "",
        0,
        1);
    row(
        "exchange_import (kind, person_id, file_name, guessed, state, overwrite, all_rows,"
            + " done_rows, new_rows, changed_rows, stale_rows, same_rows, error_rows, created_at,"
            + " moved_at)",
        "people",
        person,
        "x",
        0,
        "checked",
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        at,
        at);
    row(
        "idempotency_key (person_id, route, idem_key, body_hash, status, answer, created_at)",
        person,
        "x",
        hash(),
        "x",
        200,
        "",
        at);
    practice(person);
    long application = apply(scenario.officer(Scenario.MEMBER));
    scenario.sql("UPDATE application SET decided_by = " + person + " WHERE id = " + application);
    scenario.sql(
        "UPDATE application_step SET actor_id = "
            + person
            + " WHERE application_id = "
            + application);
    scenario.asAdministrator();
  }

  private void invitation(long person) {
    row(
        "invitation (member_code, given_name, family_name, email, language, post, state,"
            + " invited_by, person_id, created_at, expires_at, version)",
        "XS",
        "A",
        "B",
        hash(),
        "en",
        "",
        "accepted",
        person,
        person,
        "2026-01-01",
        "2026-01-01",
        1);
  }

  private void course(long person) {
    scenario.sql(
        "INSERT INTO course (code, centre_code, region_code, theme_code, level, mode, hours,"
            + " audience, state, drafted_by, submitted_by, version, updated_at) SELECT UUID(),"
            + " centre_code, region_code, theme_code, level, mode, hours, audience, 'draft', "
            + person
            + ", "
            + person
            + ", 1, updated_at FROM course ORDER BY id LIMIT 1");
  }

  private void practice(long person) {
    scenario.sql(
        "INSERT INTO practice (code, region_code, theme_code, practice_year, state, author_id,"
            + " written_by, submitted_by, published_by, updated_at, version) SELECT '"
            + hash().substring(0, 30)
            + "', 'WCA', MIN(code), 2026, 'draft', "
            + String.join(", ", java.util.Collections.nCopies(4, String.valueOf(person)))
            + ", '2026-01-01', 1 FROM theme");
    scenario.sql(
        "INSERT INTO practice_version (practice_id, edition, content, published_at, published_by,"
            + " note) SELECT MAX(id), 1, '{}', '2026-01-01', "
            + person
            + ", '' FROM practice");
  }

  private void row(String into, Object... values) {
    scenario.sql("INSERT INTO " + into + " VALUES (" + values(values));
  }

  private static String hash() {
    return UUID.randomUUID().toString().replace("-", "").repeat(2);
  }

  private static String values(Object... values) {
    return List.of(values).stream()
            .map(value -> value instanceof Number ? value.toString() : "'" + value + "'")
            .collect(Collectors.joining(", "))
        + ")";
  }
}
