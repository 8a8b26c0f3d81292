package org.portolan.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.Decisions;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.people.Erasures;
import org.portolan.people.OwnData;
import org.portolan.people.PersonFinding;
import org.portolan.people.PersonMerge;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.NotFound;

/** Officers move from one administration to another; what was decided stays where it was. */
@ArquillianTest
class AdministrationChangesIT {
  private static final String FROM = Scenario.MEMBER;
  private static final String TO = Scenario.OTHER_MEMBER;

  @Inject private AdministrationChanges changes;
  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private PersonFinding finding;
  @Inject private Erasures erasures;
  @Inject private PersonMerge merge;
  @Inject private OwnData data;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;
  @Inject private RequestContextController contexts;
  @Resource private ManagedThreadFactory threadFactory;

  @Test
  void theNewMemberConfirmsAndOfficesOfTheFormerEnd() {
    long person = asker();
    long coordinator = scenario.mandate(person, Office.COORDINATOR, Scope.member(FROM));
    long staff = scenario.mandate(person, Office.CENTRE_STAFF, Scope.centre(Scenario.CENTRE));
    long editor = scenario.mandate(person, Office.EDITOR, Scope.region("WCA"));
    long stays = scenario.officer(FROM);
    scenario.mandate(stays, Office.COORDINATOR, Scope.member(FROM));
    assertThat(changes.ask(TO)).isEqualTo(AdministrationChanges.Asked.DONE);
    assertThat(changes.mine()).contains(TO);
    long id = id(person);

    scenario.asCoordinator(TO);
    assertThat(changes.waiting())
        .anySatisfy(
            move -> {
              assertThat(move.id()).isEqualTo(id);
              assertThat(move.from()).isEqualTo(FROM);
              assertThat(move.person().id()).isEqualTo(person);
            });
    changes.accept(id);

    assertThat(scenario.text("SELECT member_code FROM person WHERE id = " + person)).isEqualTo(TO);
    assertThat(over(coordinator)).isTrue();
    assertThat(over(staff)).isTrue();
    assertThat(over(editor)).isFalse();
    assertThat(letters(person, "office.letter.moved")).isEqualTo(1);
    assertThat(letters(stays, "office.letter.left")).isEqualTo(1);
    assertThat(letters(person, "office.letter.left")).isZero();
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE kind = 'person' AND record_id = ?"
                    + " AND action IN ('administration.left', 'administration.joined')",
                person))
        .isEqualTo(2);
    scenario.endMandates(person, stays);
  }

  @Test
  void theFormerMemberLosesSightOfThePersonAndKeepsWhatWasAppliedForInItsName() {
    long session = scenario.session(4, Chain.COORDINATOR);
    long person = asker();
    long application = enrolment.apply(session, "Our post needs it.").id();
    changes.ask(TO);
    accept(id(person));

    scenario.asCoordinator(FROM);
    assertThatThrownBy(() -> finding.get(person)).isInstanceOf(NotFound.class);
    assertThat(changes.left()).anyMatch(move -> move.person().id() == person);
    assertThat(enrolment.find(application, Language.EN).summary().memberCode()).isEqualTo(FROM);
    decisions.approve(application, "");
    scenario.asCoordinator(TO);
    assertThat(finding.get(person).id()).isEqualTo(person);
    assertThat(changes.left()).noneMatch(move -> move.person().id() == person);
    assertThatThrownBy(() -> enrolment.find(application, Language.EN)).isInstanceOf(NotFound.class);
    scenario.as(person, TO);
    assertThat(enrolment.find(application, Language.EN).own()).isTrue();
  }

  @Test
  void whoDecidesForTheNewMemberIsToldInTheirLanguageAndNotAgainWhileOneWaits() {
    scenario.sql("UPDATE administration_change SET state = 'taken_back' WHERE to_member = 'KE'");
    long decider = scenario.officer("KE");
    scenario.sql("UPDATE person SET language = 'fr' WHERE id = " + decider);
    scenario.mandate(decider, Office.COORDINATOR, Scope.member("KE"));
    String kind = "office.letter.move-asked";
    long first = asker();
    changes.ask("KE");
    assertThat(letters(decider, kind)).isEqualTo(1);
    assertThat(
            scenario.text(
                "SELECT subject FROM mail_letter WHERE kind = 'office.letter.move-asked'"
                    + " AND person_id = "
                    + decider))
        .isEqualTo("Un agent souhaite rejoindre votre administration");
    assertThat(letters(first, kind)).isZero();
    changes.takeBack();
    changes.ask("KE");
    assertThat(letters(decider, kind)).as("of one who cannot decide").isEqualTo(1);
    long second = asker();
    changes.ask("KE");
    assertThat(letters(decider, kind)).as("while the first one waits").isEqualTo(1);

    scenario.sql(
        "UPDATE administration_change SET created_at = created_at - INTERVAL 25 HOUR"
            + " WHERE to_member = 'KE'");
    scenario.as(second, FROM);
    changes.takeBack();
    changes.ask("KE");
    assertThat(letters(decider, kind)).as("after a day").isEqualTo(2);
    scenario.endMandates(decider);
  }

  @Test
  void nobodyButWhoDecidesForTheNewMemberDecides() {
    long person = asker();
    changes.ask(TO);
    long id = id(person);
    scenario.asCoordinator(FROM);
    assertThat(changes.waiting()).noneMatch(move -> move.id() == id);
    assertThatThrownBy(() -> changes.accept(id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> changes.refuse(id, "No.")).isInstanceOf(NotFound.class);
    scenario.as(person, FROM);
    assertThatThrownBy(() -> changes.waiting()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> changes.left()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> changes.accept(id)).isInstanceOf(NotFound.class);
    scenario.asNobody();
    assertThatThrownBy(() -> changes.accept(id)).isInstanceOf(NotSignedIn.class);
    assertThatThrownBy(() -> changes.ask(TO)).isInstanceOf(NotSignedIn.class);
    SignedInAs.acting(me, person, FROM, 1);
    assertThatThrownBy(() -> changes.ask("KE")).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> changes.takeBack()).isInstanceOf(NotAllowed.class);
  }

  @Test
  void nobodyTakesThemselvesIn() {
    long person = asker();
    changes.ask(TO);
    SignedInAs.person(me, person, FROM, new Grant(Role.COORDINATOR, Scope.member(TO)));
    assertThat(changes.waiting()).noneMatch(move -> move.person().id() == person);
    assertThatThrownBy(() -> changes.accept(id(person))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> changes.refuse(id(person), "No.")).isInstanceOf(NotFound.class);
  }

  @Test
  void oneIsAskedForAtATimeAndCanBeTakenBack() {
    long person = asker();
    assertThat(changes.ask(null)).isEqualTo(AdministrationChanges.Asked.UNKNOWN);
    assertThat(changes.ask("QQ")).isEqualTo(AdministrationChanges.Asked.UNKNOWN);
    assertThat(changes.ask(FROM)).isEqualTo(AdministrationChanges.Asked.SAME);
    assertThat(changes.ask(TO)).isEqualTo(AdministrationChanges.Asked.DONE);
    assertThat(changes.ask(TO)).isEqualTo(AdministrationChanges.Asked.DONE);
    assertThat(changes.ask("KE")).isEqualTo(AdministrationChanges.Asked.OPEN);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM administration_change WHERE person_id = ?", person))
        .isEqualTo(1);
    long id = id(person);
    changes.takeBack();
    changes.takeBack();
    assertThat(changes.mine()).isEmpty();
    scenario.asCoordinator(TO);
    assertThatThrownBy(() -> changes.accept(id)).isInstanceOf(NotFound.class);
  }

  @Test
  void aRefusalGoesWithItsReasonToThePerson() {
    long person = asker();
    changes.ask(TO);
    long id = id(person);
    scenario.asCoordinator(TO);
    assertThatThrownBy(() -> changes.refuse(id, " ")).isInstanceOf(IllegalArgumentException.class);
    changes.refuse(id, "You do not work here.");
    assertThatThrownBy(() -> changes.accept(id)).isInstanceOf(NotFound.class);
    assertThat(scenario.text("SELECT member_code FROM person WHERE id = " + person))
        .isEqualTo(FROM);
    assertThat(
            scenario.text(
                "SELECT body_text FROM mail_letter WHERE kind = 'office.letter.move-refused'"
                    + " AND person_id = "
                    + person))
        .contains("You do not work here.");
  }

  @Test
  void ofThoseWhoDecideInTheSameMomentOneDoes() throws Exception {
    for (int round = 0; round < 4; round++) {
      long person = asker();
      changes.ask(TO);
      long id = id(person);
      List<String> came =
          atOnce(
              () -> {
                changes.accept(id);
                return "accepted";
              },
              () -> {
                changes.refuse(id, "No.");
                return "refused";
              },
              () -> {
                changes.accept(id);
                return "accepted";
              });
      assertThat(came).filteredOn(each -> !each.equals("gone")).hasSize(1);
      assertThat(scenario.text("SELECT member_code FROM person WHERE id = " + person))
          .isEqualTo(came.contains("accepted") ? TO : FROM);
    }
  }

  @Test
  void eachListTakesTwoStatements() throws Exception {
    for (int i = 0; i < 2; i++) {
      long person = asker();
      changes.ask(TO);
      accept(id(person));
      asker();
      changes.ask(TO);
    }
    scenario.asCoordinator(TO);
    assertThat(Statements.of(() -> changes.waiting())).hasSize(2);
    scenario.asCoordinator(FROM);
    assertThat(Statements.of(() -> changes.left())).hasSize(2);
  }

  @Test
  void itIsInTheDownloadAndGoesWithAnErasure() {
    long person = asker();
    changes.ask(TO);
    assertThat(data.document().toString()).contains("administration_changes", TO);
    String email = scenario.email(person);
    scenario.asAdministrator();
    erasures.execute(email, "Asked for.");
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM administration_change WHERE person_id = ?", person))
        .isZero();
  }

  @Test
  void ofTwoAccountsThatBecomeOneTheChangeGoesAlongUnlessItIsNeedless() {
    long goes = asker();
    changes.ask(TO);
    long id = id(goes);
    long stays = scenario.officer(FROM);
    scenario.asAdministrator();
    merge.merge(stays, goes);
    assertThat(waitsFor(id)).isEqualTo(stays);
    accept(id);
    assertThat(scenario.text("SELECT member_code FROM person WHERE id = " + stays)).isEqualTo(TO);

    long late = asker();
    changes.ask(TO);
    long needless = id(late);
    scenario.asAdministrator();
    merge.merge(stays, late);
    assertThat(waitsFor(needless)).as("who stays is there already").isZero();

    long one = asker();
    changes.ask(TO);
    long kept = id(one);
    long other = asker();
    changes.ask(TO);
    long second = id(other);
    scenario.asAdministrator();
    merge.merge(one, other);
    assertThat(waitsFor(kept)).isEqualTo(one);
    assertThat(waitsFor(second)).as("one waits at a time").isZero();
  }

  private long waitsFor(long id) {
    return scenario.number(
        "SELECT COALESCE(MAX(person_id), 0) FROM administration_change WHERE state = 'waiting'"
            + " AND id = ?",
        id);
  }

  private long asker() {
    long person = scenario.officer(FROM);
    scenario.as(person, FROM);
    return person;
  }

  private void accept(long id) {
    scenario.asCoordinator(TO);
    changes.accept(id);
  }

  private long id(long person) {
    return scenario.number("SELECT MAX(id) FROM administration_change WHERE person_id = ?", person);
  }

  private boolean over(long mandate) {
    return scenario.number(
            "SELECT COUNT(*) FROM mandate WHERE id = ? AND ends_at <= UTC_TIMESTAMP(6)", mandate)
        == 1;
  }

  private long letters(long person, String kind) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE person_id = ? AND kind = ?", person, kind);
  }

  @SafeVarargs
  private List<String> atOnce(Callable<String>... deeds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(deeds.length, threadFactory);
    try {
      CyclicBarrier start = new CyclicBarrier(deeds.length);
      List<Future<String>> all = new ArrayList<>();
      for (Callable<String> deed : deeds) {
        all.add(
            threads.submit(
                () -> {
                  contexts.activate();
                  try {
                    scenario.asCoordinator(TO);
                    start.await();
                    return deed.call();
                  } catch (NotFound gone) {
                    return "gone";
                  } finally {
                    contexts.deactivate();
                  }
                }));
      }
      List<String> came = new ArrayList<>();
      for (Future<String> each : all) {
        came.add(each.get());
      }
      return came;
    } finally {
      threads.shutdownNow();
    }
  }
}
