package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.seat.ApplicationState;

/** What the one who looks at an application may still do with it. */
class ApplicationDetailTest {
  private static ApplicationDetail detail(
      OfferedSession session, ApplicationState state, boolean own, boolean used) {
    return new ApplicationDetail(
        Samples.application(state, Chain.NONE, null, null, session), List.of(), null, own, used);
  }

  @Test
  void anOwnOneIsTakenBackWhileNothingCameOfIt() {
    OfferedSession session = Samples.published();
    ApplicationState seat = ApplicationState.APPROVED;
    assertThat(detail(session, seat, true, false).withdrawable(NOW)).isTrue();
    assertThat(detail(session, seat, false, false).withdrawable(NOW)).isFalse();
    assertThat(detail(session, seat, true, true).withdrawable(NOW)).isFalse();
    assertThat(detail(session, seat, true, false).withdrawable(START)).isFalse();
    assertThat(detail(session, ApplicationState.REFUSED, true, false).withdrawable(NOW)).isFalse();
  }

  @Test
  void itIsChangedWhileTheSessionTakesApplications() {
    ApplicationState seat = ApplicationState.APPROVED;
    assertThat(detail(Samples.published(), seat, true, false).changeable(NOW)).isTrue();
    assertThat(detail(Samples.published(), seat, false, false).changeable(NOW)).isFalse();
    ApplicationDetail announced = detail(Samples.undated("announced"), seat, true, false);
    assertThat(announced.withdrawable(NOW)).isTrue();
    assertThat(announced.changeable(NOW)).isFalse();
  }

  @Test
  void aSupervisorIsNamedWhereOneIsAsked() {
    Supervisor bo = new Supervisor("Bo", "bo@customs.example", true);
    assertThat(form(bo).supervised()).isTrue();
    assertThat(form(null).supervised()).isFalse();
  }

  private static ChangeForm form(Supervisor supervisor) {
    return new ChangeForm(
        Samples.application(
            ApplicationState.WAITING, Chain.COORDINATOR, null, supervisor, Samples.published()),
        1,
        List.of(),
        List.of());
  }
}
