package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.enrolment.Answers.Said;
import org.portolan.seat.ApplicationState;

class AnswersTest {
  private static final long APPLICANT = 7;
  private static final Chain CHAIN =
      Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR, Approver.DONOR);

  private final List<Said> steps = new ArrayList<>();

  private void said(ApplicationState state, Long actor, Approver approver, String event) {
    steps.add(new Said(steps.size() + 1L, state, actor, approver, event));
  }

  private Map<Approver, Long> agreed() {
    return Answers.agreed(steps, CHAIN, APPLICANT);
  }

  @Test
  void eachYesOfTheChainCountsWithItsStep() {
    said(ApplicationState.WAITING, APPLICANT, null, null);
    assertThat(agreed()).isEmpty();
    said(ApplicationState.WAITING, null, Approver.SUPERVISOR, "agreed");
    said(ApplicationState.WAITING, null, Approver.COORDINATOR, "reminded");
    said(ApplicationState.WAITING, null, Approver.COORDINATOR, "escalated");
    said(ApplicationState.WAITING, 3L, Approver.COORDINATOR, "agreed");
    said(ApplicationState.WAITING, null, Approver.DONOR, "silent");
    said(ApplicationState.QUEUED, 4L, Approver.DONOR, null);
    assertThat(agreed())
        .isEqualTo(Map.of(Approver.SUPERVISOR, 2L, Approver.COORDINATOR, 5L, Approver.DONOR, 7L));
  }

  @Test
  void whoAgreesAgainAgreesToWhatItIsThen() {
    said(ApplicationState.WAITING, APPLICANT, null, null);
    said(ApplicationState.APPROVED, 3L, Approver.COORDINATOR, null);
    said(ApplicationState.APPROVED, null, Approver.COORDINATOR, "asked-again");
    assertThat(agreed()).isEqualTo(Map.of(Approver.COORDINATOR, 2L));
    said(ApplicationState.APPROVED, 3L, Approver.COORDINATOR, "agreed");
    assertThat(agreed()).isEqualTo(Map.of(Approver.COORDINATOR, 4L));
  }

  @Test
  void anAdministrationThatSendsAnOfficerHasAgreed() {
    said(ApplicationState.WAITING, APPLICANT, null, null);
    said(ApplicationState.WAITING, 3L, Approver.COORDINATOR, "nominated");
    assertThat(agreed()).isEqualTo(Map.of(Approver.COORDINATOR, 2L));
  }

  @Test
  void anAdministrationThatPutsAnOfficerIntoAPlaceHasAgreed() {
    said(ApplicationState.WAITING, null, null, null);
    said(ApplicationState.APPROVED, 3L, null, null);
    assertThat(agreed()).isEqualTo(Map.of(Approver.COORDINATOR, 2L));
  }

  @Test
  void whoTakesAnOfferOrIsChosenIsNoApprover() {
    said(ApplicationState.WAITING, APPLICANT, null, null);
    said(ApplicationState.QUEUED, null, null, null);
    said(ApplicationState.OFFERED, 9L, null, null);
    said(ApplicationState.APPROVED, APPLICANT, null, null);
    assertThat(agreed()).isEmpty();
    steps.clear();
    said(ApplicationState.WAITING, APPLICANT, null, null);
    said(ApplicationState.APPROVED, APPLICANT, null, null);
    assertThat(agreed()).isEmpty();
  }

  @Test
  void whatIsHandedInAgainNobodyHasAgreedTo() {
    said(ApplicationState.WAITING, APPLICANT, null, null);
    said(ApplicationState.APPROVED, 3L, Approver.COORDINATOR, null);
    said(ApplicationState.WITHDRAWN, APPLICANT, null, null);
    said(ApplicationState.WAITING, APPLICANT, null, null);
    assertThat(agreed()).isEmpty();
  }

  @Test
  void aNoIsNoYesAndWhoIsNotInTheChainIsNotAsked() {
    said(ApplicationState.WAITING, APPLICANT, null, null);
    said(ApplicationState.WAITING, 5L, Approver.CENTRE, "agreed");
    said(ApplicationState.REFUSED, 3L, Approver.COORDINATOR, null);
    assertThat(agreed()).isEmpty();
  }
}
