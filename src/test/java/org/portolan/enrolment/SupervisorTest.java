package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.portolan.enrolment.EnrolmentRefused.Kind;

class SupervisorTest {
  @Test
  void whatWasTypedIsTidiedAndNotKnownYet() {
    assertThat(Supervisor.typed(" Bo Chief ", " Chief@Customs.example "))
        .isEqualTo(new Supervisor("Bo Chief", "chief@customs.example", false));
    assertThat(Supervisor.typed("Bo", "b@customs.example").known(true).known()).isTrue();
  }

  @Test
  void nameAndAddressAreNeeded() {
    assertThat(refused(() -> Supervisor.typed(null, "b@customs.example")))
        .isEqualTo(Kind.SUPERVISOR_NEEDED);
    assertThat(refused(() -> Supervisor.typed("Bo", null))).isEqualTo(Kind.SUPERVISOR_NEEDED);
    assertThat(refused(() -> Supervisor.typed("Bo", " "))).isEqualTo(Kind.SUPERVISOR_NEEDED);
  }

  @Test
  void noLetterGoesToWhatIsNoAddress() {
    assertThat(refused(() -> Supervisor.typed("Bo", "nowhere"))).isEqualTo(Kind.SUPERVISOR_WRONG);
    assertThat(refused(() -> Supervisor.typed("x".repeat(161), "b@customs.example")))
        .isEqualTo(Kind.SUPERVISOR_WRONG);
    assertThat(Supervisor.typed("x".repeat(160), "b@customs.example").name()).hasSize(160);
  }

  @Test
  void nobodySupervisesThemselves() {
    Supervisor own = Supervisor.typed("Ada", "ada+boss@customs.example");
    assertThat(refused(() -> own.requireOther("Ada@customs.example")))
        .isEqualTo(Kind.SUPERVISOR_SELF);
    own.requireOther("bo@customs.example");
  }

  private static Kind refused(ThrowingCallable deed) {
    return catchThrowableOfType(EnrolmentRefused.class, deed).kind();
  }
}
