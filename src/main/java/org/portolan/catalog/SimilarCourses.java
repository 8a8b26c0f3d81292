package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
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
 * that share a theme or a competency, and those that a search for its titles finds: all in as many
 * statements as one.
 */
@ApplicationScoped
class SimilarCourses {
  private static final int SHOWN = 3;
  private static final int BY_SUBJECT = 300;
  private static final int BY_TITLE = 20;

  @Inject private CourseRepository courses;
  @Inject private Shelves shelves;
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
    List<Resemblance> near =
        Resemblance.nearest(
            draft,
            shelves.get().all().stream()
                .filter(course -> candidates.contains(course.facts().id()))
                .toList(),
            courses.publishedTexts(candidates),
            SHOWN);
    Map<Long, CourseTitle> titles =
        near.isEmpty()
            ? Map.of()
            : catalog.titles(
                near.stream().map(each -> each.course().facts().id()).toList(), reader);
    return near.stream()
        .map(each -> each.with(draft, titles.get(each.course().facts().id())))
        .toList();
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
}
