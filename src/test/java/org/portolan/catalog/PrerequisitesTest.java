package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrerequisitesTest {
  private final Prerequisites prerequisites =
      new Prerequisites(Map.of(2L, Set.of(1L), 3L, Set.of(2L), 4L, Set.of(3L, 1L)));

  @Test
  void aCourseMayAskForWhatDoesNotLeadBackToIt() {
    assertThat(prerequisites.circle(4, List.of(3L, 2L, 1L))).isEmpty();
    assertThat(prerequisites.circle(5, List.of(4L))).isEmpty();
    assertThat(prerequisites.circle(1, List.of())).isEmpty();
  }

  @Test
  void aCourseCannotAskForItself() {
    assertThat(prerequisites.circle(7, List.of(7L))).containsExactly(7L, 7L);
  }

  @Test
  void theWayBackIsNamedFromTheCourseToItself() {
    assertThat(prerequisites.circle(1, List.of(4L))).containsExactly(1L, 4L, 1L);
    assertThat(prerequisites.circle(1, List.of(3L))).containsExactly(1L, 3L, 2L, 1L);
  }

  @Test
  void aCircleThatWasThereBeforeIsNotFollowedForEver() {
    Prerequisites circle = new Prerequisites(Map.of(1L, Set.of(2L), 2L, Set.of(1L)));

    assertThat(circle.circle(9, List.of(1L))).isEmpty();
    assertThat(circle.circle(2, List.of(1L))).containsExactly(2L, 1L, 2L);
  }
}
