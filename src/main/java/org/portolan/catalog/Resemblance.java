package org.portolan.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A published course that is much like one that is being drafted. */
record Resemblance(ShelvedCourse course, CourseLikeness likeness) {
  /**
   * Those that whoever drafts it should look at, the most alike first.
   *
   * @param texts of the others, by course; one whose texts are gone was retired meanwhile
   */
  static List<Resemblance> nearest(
      Course draft,
      Collection<ShelvedCourse> others,
      Map<Long, List<CourseWords>> texts,
      int most) {
    CourseSketch sketch = CourseSketch.of(draft);
    return others.stream()
        .filter(other -> texts.containsKey(other.facts().id()))
        .map(
            other ->
                new Resemblance(
                    other,
                    CourseLikeness.of(
                        sketch, CourseSketch.of(other, texts.get(other.facts().id())))))
        .filter(each -> each.likeness().near())
        .sorted(
            Comparator.comparingDouble((Resemblance each) -> each.likeness().score())
                .reversed()
                .thenComparing(each -> each.course().facts().code()))
        .limit(most)
        .toList();
  }

  /** What they have in common, in words and per cent. */
  SimilarCourse with(Course draft, CourseTitle title) {
    List<String> own = draft.gives().stream().map(GivenCompetency::code).toList();
    return new SimilarCourse(
        title,
        course.facts().centreCode(),
        percent(likeness.score()),
        percent(likeness.title()),
        percent(likeness.text()),
        course.themes().stream().filter(draft.themes()::contains).toList(),
        course.gives().stream().map(GivenCompetency::code).filter(own::contains).toList(),
        course.facts().level().equals(draft.description().level().code()));
  }

  private static int percent(double part) {
    return (int) Math.round(part * 100);
  }
}
