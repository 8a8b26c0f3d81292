package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.office.Approvers;
import org.portolan.seat.ApplicationState;

class AskedNamesTest {
  private static final Supervisor BO = new Supervisor("Bo", "bo@customs.example", true);

  private Approvers approvers = new Approvers(List.of("Ama", "Ben"), false);

  private final AskedNames names =
      new AskedNames(
          new AskedNames.Names() {
            @Override
            public Approvers approvers(String member) {
              assertThat(member).isEqualTo("XS");
              return approvers;
            }

            @Override
            public String officeOfMember(String member) {
              return "Office of " + member;
            }

            @Override
            public String officeOfCentre(String centre) {
              return "Office of " + centre;
            }

            @Override
            public String body(String code) {
              return "Body " + code;
            }
          });

  private Asked at(Approver approver, Ask.Urgency urgency, Supervisor supervisor) {
    return names.of(
        Samples.application(
            ApplicationState.WAITING,
            Chain.of(Approver.values()),
            approver == null ? null : new Ask(approver, urgency, NOW, NOW),
            supervisor,
            Samples.published()));
  }

  @Test
  void inTimeItIsTheApprover() {
    Ask.Urgency asked = Ask.Urgency.ASKED;
    assertThat(at(Approver.SUPERVISOR, asked, BO)).isEqualTo(new Asked("Bo", "", false));
    assertThat(at(Approver.COORDINATOR, asked, BO)).isEqualTo(new Asked("Ama, Ben", "", false));
    assertThat(at(Approver.CENTRE, asked, BO)).isEqualTo(new Asked("Centre", "", false));
    assertThat(at(Approver.DONOR, asked, BO)).isEqualTo(new Asked("Body null", "", false));
  }

  @Test
  void whoAppliesIsNotNamedBesideTheOthersOfTheirOffice() {
    String applicant =
        Samples.application(ApplicationState.WAITING, Chain.NONE, null, null, Samples.published())
            .person();
    approvers = new Approvers(List.of("Ama", applicant, "Ben"), false);
    assertThat(at(Approver.COORDINATOR, Ask.Urgency.ASKED, BO).who()).isEqualTo("Ama, Ben");
    approvers = new Approvers(List.of(applicant), false);
    assertThat(at(Approver.COORDINATOR, Ask.Urgency.ASKED, BO).who()).isEqualTo(applicant);
  }

  @Test
  void lateOthersAreNamedToo() {
    Ask.Urgency late = Ask.Urgency.ESCALATED;
    assertThat(at(Approver.SUPERVISOR, late, BO)).isEqualTo(new Asked("Bo", "Ama, Ben", false));
    assertThat(at(Approver.COORDINATOR, late, BO))
        .isEqualTo(new Asked("Ama, Ben", "Office of XS", false));
    assertThat(at(Approver.CENTRE, late, BO))
        .isEqualTo(new Asked("Centre", "Office of DEMO-C", false));
    assertThat(at(Approver.DONOR, late, BO))
        .isEqualTo(new Asked("Body null", "Office of DEMO-C", false));
  }

  @Test
  void aSupervisorWhomNobodyKnowsIsNotNamed() {
    Supervisor strange = new Supervisor("Bo", "bo@mail.example", false);
    assertThat(at(Approver.SUPERVISOR, Ask.Urgency.ASKED, strange).who()).isEmpty();
    assertThat(at(Approver.SUPERVISOR, Ask.Urgency.ASKED, null).who()).isEmpty();
  }

  @Test
  void whereNobodyHoldsTheOfficeTheRegionIsNamedAtOnce() {
    approvers = new Approvers(List.of(), true);
    assertThat(at(Approver.COORDINATOR, Ask.Urgency.ASKED, BO))
        .isEqualTo(new Asked("", "Office of XS", false));
    approvers = new Approvers(List.of("Cyd"), true);
    assertThat(at(Approver.COORDINATOR, Ask.Urgency.ASKED, BO))
        .isEqualTo(new Asked("Cyd", "", true));
  }

  @Test
  void whereNobodyIsAskedNobodyIsNamed() {
    assertThat(at(null, null, BO)).isEqualTo(Asked.NOBODY);
  }
}
