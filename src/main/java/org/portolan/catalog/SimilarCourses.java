package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.search.SearchResult;

/**
 * Tells whoever drafts a course which published ones are much like it. Held against it are those
 * that share a theme or a competency, and those that a search for its titles finds.
 */
@ApplicationScoped
class SimilarCourses {
  private static final int SHOWN = 3;
  private static final int BY_SUBJECT = 300;
  private static final int BY_TITLE = 20;

  @Inject private CourseRepository courses;
  @Inject private Catalog catalog;
  @Inject private Search search;

  List<SimilarCourse> to(Course draft, Language reader) {
    Set<Long> candidates =
        new LinkedHashSet<>(
            courses.sharing(
                draft.themes(),
                draft.gives().stream().map(GivenCompetency::code).toList(),
                BY_SUBJECT));
    draft.texts().forEach(text -> candidates.addAll(titled(text)));
    candidates.remove(draft.id());
    CourseSketch sketch = CourseSketch.of(draft);
    List<Near> near =
        courses.listWithTexts(candidates).stream()
            .map(course -> new Near(course, CourseLikeness.of(sketch, CourseSketch.of(course))))
            .filter(each -> each.likeness().near())
            .sorted(
                Comparator.comparingDouble((Near each) -> each.likeness().score())
                    .reversed()
                    .thenComparing(each -> each.course().code()))
            .limit(SHOWN)
            .toList();
    Map<Long, CourseTitle> titles =
        catalog.titles(near.stream().map(each -> each.course().id()).toList(), reader);
    return near.stream().map(each -> similar(draft, each, titles.get(each.course().id()))).toList();
  }

  private Collection<Long> titled(CourseText text) {
    SearchResult found =
        search.search(
            SearchQuery.of(text.edit().title(), text.language())
                .queryLanguage(text.language())
                .filter("type", CourseDesk.KIND)
                .limit(BY_TITLE)
                .build());
    return found.hits().stream().map(hit -> hit.id()).toList();
  }

  private static SimilarCourse similar(Course draft, Near near, CourseTitle title) {
    return new SimilarCourse(
        title,
        near.course().centreCode(),
        percent(near.likeness().score()),
        percent(near.likeness().title()),
        percent(near.likeness().text()),
        near.course().themes().stream().filter(draft.themes()::contains).toList(),
        near.course().gives().stream()
            .map(GivenCompetency::code)
            .filter(code -> draft.gives().stream().anyMatch(own -> own.code().equals(code)))
            .toList(),
        near.course().description().level() == draft.description().level());
  }

  private static int percent(double part) {
    return (int) Math.round(part * 100);
  }

  private record Near(Course course, CourseLikeness likeness) {}
}
