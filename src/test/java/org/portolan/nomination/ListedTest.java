package org.portolan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.portolan.seat.ApplicationState;

class ListedTest {
  private static Listed listed(int place, Long application, ApplicationState state) {
    return new Listed(1, 7, "Ada", "Inspector", place, false, "", application, state, null);
  }

  @Test
  void whoIsHandedInCanBeReplacedUnlessAnotherSteppedIn() {
    Listed ready = listed(1, null, null);
    assertThat(ready.handedIn()).isFalse();
    assertThat(ready.replaceable()).isFalse();
    Listed sent = listed(1, 9L, ApplicationState.WITHDRAWN);
    assertThat(sent.handedIn()).isTrue();
    assertThat(sent.replaceable()).isTrue();
    assertThat(listed(0, 9L, ApplicationState.WITHDRAWN).replaceable()).isFalse();
  }

  @Test
  void whoStillHasSomethingCanBeTakenBack() {
    assertThat(listed(1, 9L, ApplicationState.APPROVED).standing()).isTrue();
    assertThat(listed(1, 9L, ApplicationState.WITHDRAWN).standing()).isFalse();
    assertThat(listed(0, 9L, ApplicationState.APPROVED).standing()).isFalse();
  }
}
