package org.portolan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.seat.ApplicationState;

class NominationViewTest {
  private static Listed listed(long id, Long application) {
    ApplicationState state = application == null ? null : ApplicationState.WAITING;
    return new Listed(id, id, "Ada", "Inspector", 1, false, "", application, state, null);
  }

  @Test
  void onlyNomineesWhoAreNotHandedInAreReady() {
    Listed ready = listed(1, null);
    NominationView view =
        new NominationView(
            1,
            null,
            true,
            "XS",
            "",
            null,
            List.of(ready, listed(2, 9L)),
            List.of(listed(3, null)),
            List.of(),
            null,
            0,
            null);
    assertThat(view.ready()).containsExactly(ready);
  }

  @Test
  void aNomineeIsFoundByNumberOrTheListWasChanged() throws Exception {
    Nomination nomination = new Nomination(41, "XS");
    nomination.add(7, false, "Seven");
    nomination.add(8, false, "Eight");
    number(nomination.listed(false).get(0), 70);
    number(nomination.listed(false).get(1), 80);
    assertThat(nomination.nominee(80).personId()).isEqualTo(8);
    assertThat(nomination.nominee(80).words()).isEqualTo("Eight");
    assertThat(nomination.nominee(70).id()).isEqualTo(70);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    NominationRefused.class, () -> nomination.nominee(90))
                .kind())
        .isEqualTo(NominationRefused.Kind.CHANGED);
    assertThat(nomination.sessionId()).isEqualTo(41);
    assertThat(nomination.memberCode()).isEqualTo("XS");
  }

  private static void number(Nominee nominee, long number) throws ReflectiveOperationException {
    Field id = Nominee.class.getDeclaredField("id");
    id.setAccessible(true);
    id.set(nominee, number);
  }
}
