package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessorsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

  private final Map<Long, Course> courses = new HashMap<>();
  private final Successors successors = new Successors(id -> Optional.ofNullable(courses.get(id)));

  @Test
  void theWayLeadsToTheLastThatIsPublished() {
    List<Course> way = way(3);
    assertThat(successors.of(way.get(0))).contains(way.get(2));
    assertThat(successors.of(way.get(1))).contains(way.get(2));
  }

  @Test
  void itEndsWhereNothingIsGivenAnyMore() {
    List<Course> way = way(3);
    way.get(2).retire(null, NOW);
    assertThat(successors.of(way.get(0))).isEmpty();
    courses.remove(way.get(1).id());
    assertThat(successors.of(way.get(0))).isEmpty();
  }

  @Test
  void whatHasNoSuccessorIsNotItsOwn() {
    Course alone = published(1);
    assertThat(successors.of(alone)).isEmpty();
    alone.retire(null, NOW);
    assertThat(successors.of(alone)).isEmpty();
  }

  @Test
  void aWayThatNeverEndsIsLeft() {
    assertThat(successors.of(way(21).get(0))).isPresent();
    assertThat(successors.of(way(22).get(0))).as("further than anybody goes").isEmpty();
  }

  @Test
  void aSuccessorIsAnotherThatIsPublished() {
    Course one = published(1);
    Course other = published(2);
    assertThat(Successors.possible(one, other)).isTrue();
    assertThat(Successors.possible(one, one)).isFalse();
    other.retire(null, NOW);
    assertThat(Successors.possible(one, other)).isFalse();
  }

  /** So many courses, each but the last retired for the next. */
  private List<Course> way(int length) {
    List<Course> way =
        java.util.stream.IntStream.rangeClosed(1, length).mapToObj(this::published).toList();
    for (int i = 0; i < length - 1; i++) {
      way.get(i).retire(way.get(i + 1), NOW);
    }
    return way;
  }

  private Course published(long id) {
    Course course = new Course("DEMO-" + id, "en", 7);
    try {
      Field number = Course.class.getDeclaredField("id");
      number.setAccessible(true);
      number.set(course, id);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    course.submit(7, NOW);
    course.publish(NOW);
    courses.put(id, course);
    return course;
  }
}
