package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portolan.calendar.web.Lanes.Span;

class LanesTest {
  @Test
  void whatFollowsGoesIntoTheSameLane() {
    assertThat(Lanes.of(List.of(new Span(1, 3), new Span(4, 5), new Span(6, 6))))
        .containsExactly(1, 1, 1);
  }

  @Test
  void whatOverlapsByOneColumnGoesIntoAnother() {
    assertThat(Lanes.of(List.of(new Span(1, 3), new Span(3, 5), new Span(4, 4))))
        .containsExactly(1, 2, 1);
  }

  @Test
  void aSpanHasAnEnd() {
    assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Seeded; a sequence that fails names its seed. */
  @Test
  void noLaneOverlapsAndNoneIsTooMany() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Span> spans = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int from = 1 + random.nextInt(50);
        spans.add(new Span(from, from + random.nextInt(9)));
      }
      spans.sort(Comparator.comparingInt(Span::from));
      List<Integer> lanes = Lanes.of(spans);
      int deepest = 0;
      for (int column = 1; column < 60; column++) {
        List<Integer> here = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
          if (spans.get(i).from() <= column && column <= spans.get(i).to()) {
            here.add(lanes.get(i));
          }
        }
        assertThat(here).as("seed %d, column %d", seed, column).doesNotHaveDuplicates();
        deepest = Math.max(deepest, here.size());
      }
      assertThat(lanes.stream().mapToInt(lane -> lane).max().orElse(0))
          .as("seed %d", seed)
          .isEqualTo(deepest);
    }
  }
}
