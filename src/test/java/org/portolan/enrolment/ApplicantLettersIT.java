package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.platform.i18n.Language;
import org.portolan.seat.SeatRules;

/** Applicants are told what others decided on their applications, and only that. */
@ArquillianTest
class ApplicantLettersIT {
  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private SeatDesk desk;
  @Inject private Scenario scenario;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  private long apply(long session, long person) {
    scenario.as(person, Scenario.MEMBER);
    return enrolment.apply(session, "Our border post needs it.").id();
  }

  /** What was written to somebody. */
  private String letters(long person) {
    return scenario.text(
        "SELECT COALESCE(GROUP_CONCAT(kind ORDER BY id), '') FROM mail_letter WHERE person_id = "
            + person);
  }

  @Test
  void whoHasASeatIsToldWhenTheLastOneAgrees() {
    long session = scenario.session(5, Chain.of(Approver.COORDINATOR, Approver.CENTRE));
    long officer = scenario.officer(Scenario.MEMBER);
    long application = apply(session, officer);
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(application, "");
    assertThat(letters(officer)).isEmpty();

    scenario.asCentre();
    decisions.approve(application, "");
    assertThat(letters(officer)).isEqualTo("enrolment.letter.approved");
  }

  @Test
  void aRefusalIsToldWithoutItsReason() {
    long session = scenario.session(5, Chain.COORDINATOR);
    long officer = scenario.officer(Scenario.MEMBER);
    long application = apply(session, officer);
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.refuse(application, "Another post comes first.");

    assertThat(letters(officer)).isEqualTo("enrolment.letter.refused");
    assertThat(
            scenario.text(
                "SELECT GROUP_CONCAT(body_text) FROM mail_letter WHERE person_id = " + officer))
        .doesNotContain("Another post");
  }

  @Test
  void whoComesToTheWaitingListIsTold() {
    long session = scenario.session(1, Chain.COORDINATOR);
    scenario.asCentre();
    SeatPlan plan = desk.find(session, Language.EN);
    SeatRules rules = plan.rules();
    desk.rule(
        session,
        plan.version(),
        new SeatRules(
            rules.capacity(),
            0,
            5,
            Duration.ofHours(48),
            Duration.ofDays(2),
            rules.starts(),
            true,
            rules.quotas(),
            rules.holds()));
    long first = scenario.officer(Scenario.MEMBER);
    long second = scenario.officer(Scenario.MEMBER);
    long has = apply(session, first);
    long waits = apply(session, second);
    scenario.asCoordinator(Scenario.MEMBER);
    decisions.approve(has, "");
    decisions.approve(waits, "");
    assertThat(letters(second)).isEqualTo("enrolment.letter.queued");

    scenario.as(first, Scenario.MEMBER);
    enrolment.withdraw(has);
    assertThat(letters(first)).isEqualTo("enrolment.letter.approved");
    assertThat(letters(second)).isEqualTo("enrolment.letter.queued,enrolment.letter.offered");
  }

  @Test
  void whoActsForThemselvesIsNotTold() {
    long session = scenario.session(5, Chain.NONE);
    long officer = scenario.officer(Scenario.MEMBER);
    enrolment.withdraw(apply(session, officer));
    assertThat(letters(officer)).isEmpty();
  }
}
