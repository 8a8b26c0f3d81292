package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.selection.Placed;

/** Deciding on several together, some of whom their centre ranked. */
class PickTest {
  private static Pick pick(long application) {
    return new Pick(application, Approver.CENTRE);
  }

  private static Placed placed(int place, int passedOver) {
    return new Placed(place, 9, passedOver, 500, Map.of());
  }

  @Test
  void whoeverStandsFirstInTheRankingComesFirst() {
    Map<Long, Placed> ranked = Map.of(1L, placed(3, 0), 2L, placed(1, 0), 4L, placed(2, 0));
    assertThat(Pick.inOrder(List.of(pick(1), pick(2), pick(3), pick(4), pick(5)), ranked))
        .extracting(Pick::application)
        .as("those without a rank stay as they were")
        .containsExactly(3L, 5L, 2L, 4L, 1L);
  }

  @Test
  void nobodyIsPassedOverWithoutAWord() {
    Statement silent = Statement.remark(" ");
    Statement said = Statement.remark("Speaks the language.");
    assertThatThrownBy(() -> silent.requireFor(placed(2, 1)))
        .isInstanceOfSatisfying(
            EnrolmentRefused.class,
            refused -> assertThat(refused.kind()).isEqualTo(EnrolmentRefused.Kind.PASSED_OVER));
    assertThatCode(() -> said.requireFor(placed(2, 1))).doesNotThrowAnyException();
    assertThatCode(() -> silent.requireFor(placed(1, 0))).doesNotThrowAnyException();
  }
}
