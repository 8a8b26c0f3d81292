package org.portolan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static Difference days(String before, String after) {
    return new Difference(Change.DAYS, before, after);
  }

  @Test
  void severalChangesComeToOneDifference() {
    assertThat(
            Difference.between(
                List.of(
                    days("a", "b"),
                    new Difference(Change.PLACE, "Hall", "Online"),
                    days("b", "c"))))
        .containsExactly(days("a", "c"), new Difference(Change.PLACE, "Hall", "Online"));
  }

  @Test
  void whatIsAgainAsItWasIsNone() {
    assertThat(Difference.between(List.of(days("a", "b"), days("b", "c"), days("c", "a"))))
        .isEmpty();
    assertThat(Difference.between(List.of())).isEmpty();
    assertThat(days("a", "a").any()).isFalse();
    assertThat(days("a", "b").any()).isTrue();
  }

  @Test
  void eachSeesWhatConcernsThem() {
    Difference place = new Difference(Change.PLACE, "Hall", null);
    List<Difference> all = List.of(days("a", "b"), place);
    assertThat(Difference.concerning(Approver.SUPERVISOR, all)).containsExactly(days("a", "b"));
    assertThat(Difference.concerning(Approver.COORDINATOR, all)).isEqualTo(all);
    assertThat(Difference.concerning(Approver.DONOR, all)).containsExactly(place);
    assertThat(Difference.concerning(Approver.CENTRE, all)).isEmpty();
    assertThat(place.after()).isEmpty();
  }
}
