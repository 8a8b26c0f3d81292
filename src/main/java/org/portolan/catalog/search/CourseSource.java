package org.portolan.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.CourseWords;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;
import org.portolan.platform.web.Markdown;

/** Published courses, for everybody. */
@ApplicationScoped
class CourseSource implements SearchSource {
  @Inject private Catalog catalog;
  @Inject private Markdown markdown;

  @Override
  public String kind() {
    return "course";
  }

  @Override
  public Collection<Long> ids() {
    List<Long> all = new ArrayList<>();
    catalog.streamIds(all::addAll);
    return all;
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    Map<Long, Instant> published = catalog.publishedAt(ids);
    return catalog.withAllWords(ids).entrySet().stream()
        .map(
            entry -> document(entry.getKey(), published.get(entry.getKey().id()), entry.getValue()))
        .toList();
  }

  private SearchDocument document(CourseFacts course, Instant published, List<CourseWords> words) {
    SearchDocument.Builder document =
        SearchDocument.of(kind(), course.id())
            .code(course.code())
            .path("/catalog/" + course.code())
            .facet(SearchDocument.REGION, course.regionCode())
            .facet(SearchDocument.THEME, course.themeCode())
            .facet(SearchDocument.LEVEL, course.level())
            .facet(SearchDocument.AUDIENCE, List.of(course.audience().split(" ")))
            .facet(SearchDocument.SOURCE, course.centreCode())
            .facet(SearchDocument.COURSE, course.code())
            .date(published)
            .published(published)
            .leading()
            .visibleTo(SearchDocument.PUBLIC);
    words.forEach(
        each ->
            document.text(
                each.language(), each.title(), each.summary(), markdown.plain(each.body())));
    return document.build();
  }
}
