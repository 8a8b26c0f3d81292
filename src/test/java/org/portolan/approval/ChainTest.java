package org.portolan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
  private static final Chain WHOLE =
      new Chain(
          List.of(
              Step.usual(Approver.DONOR),
              new Step(Approver.SUPERVISOR, 5),
              Step.usual(Approver.CENTRE),
              new Step(Approver.COORDINATOR, 90)));

  @Test
  void approversAreAskedInTheirOrder() {
    assertThat(WHOLE.steps())
        .extracting(Step::approver)
        .containsExactly(
            Approver.SUPERVISOR, Approver.COORDINATOR, Approver.CENTRE, Approver.DONOR);
    assertThat(WHOLE.first()).contains(new Step(Approver.SUPERVISOR, 5));
    assertThat(WHOLE.after(Approver.SUPERVISOR)).contains(new Step(Approver.COORDINATOR, 90));
    assertThat(WHOLE.after(Approver.DONOR)).isEmpty();
    assertThat(Chain.of(Approver.SUPERVISOR, Approver.DONOR).after(Approver.SUPERVISOR))
        .contains(new Step(Approver.DONOR, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "coordinator",
        "supervisor:5 coordinator",
        "supervisor coordinator:1 centre:90 donor:11"
      })
  void textGoesThereAndBack(String text) {
    assertThat(Chain.read(text).orElseThrow().text()).isEqualTo(text);
  }

  @Test
  void theUsualDaysAreNotWritten() {
    assertThat(Chain.read("centre:10 supervisor:5").orElseThrow().text())
        .isEqualTo("supervisor:5 centre");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "coordinator coordinator",
        "coordinator:0",
        "coordinator:91",
        "coordinator:",
        "none coordinator",
        "coordinator:x",
        " coordinator"
      })
  void otherTextsAreNoChain(String text) {
    assertThat(Chain.read(text)).isEmpty();
    assertThat(Chain.read(null)).isEmpty();
  }

  @Test
  void aStepStandsOnceAndHasDaysThatCanBeHad() {
    assertThatThrownBy(() -> Chain.of(Approver.CENTRE, Approver.CENTRE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Chain(List.of(new Step(Approver.CENTRE, 0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itSaysWhomItAsks() {
    assertThat(Chain.NONE.isNone()).isTrue();
    assertThat(Chain.COORDINATOR.isNone()).isFalse();
    assertThat(Chain.COORDINATOR.asks(Approver.COORDINATOR)).isTrue();
    assertThat(Chain.COORDINATOR.asks(Approver.CENTRE)).isFalse();
    assertThat(Chain.COORDINATOR.asksAtHome()).isTrue();
    assertThat(Chain.of(Approver.SUPERVISOR).asksAtHome()).isTrue();
    assertThat(Chain.of(Approver.CENTRE, Approver.DONOR).asksAtHome()).isFalse();
    assertThat(WHOLE.step(Approver.SUPERVISOR)).contains(new Step(Approver.SUPERVISOR, 5));
  }

  @Test
  void onlyADonorAgreesBySilence() {
    assertThat(Approver.DONOR.agreesBySilence()).isTrue();
    assertThat(Approver.CENTRE.agreesBySilence()).isFalse();
  }
}
