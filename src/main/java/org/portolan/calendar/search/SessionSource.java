package org.portolan.calendar.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.CourseWords;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** Published sessions under the title of their course, with the place where they are held. */
@ApplicationScoped
class SessionSource implements SearchSource {
  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;
  @Inject private Directory directory;

  @Override
  public String kind() {
    return "session";
  }

  @Override
  public Collection<Long> ids() {
    List<Long> all = new ArrayList<>();
    calendar.streamIds(all::addAll);
    return all;
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    List<SessionFacts> sessions =
        calendar.facts(ids).values().stream()
            .filter(session -> session.state() == SessionState.PUBLISHED)
            .toList();
    List<Long> ofCourses = sessions.stream().map(SessionFacts::courseId).distinct().toList();
    Map<Long, List<CourseWords>> words = catalog.headlines(ofCourses);
    Map<Long, CourseFacts> courses = catalog.facts(ofCourses);
    Map<Long, Instant> published =
        calendar.publishedAt(sessions.stream().map(SessionFacts::id).toList());
    return sessions.stream()
        .map(
            session ->
                document(
                    session,
                    published.get(session.id()),
                    Optional.ofNullable(courses.get(session.courseId())),
                    words.getOrDefault(session.courseId(), List.of())))
        .toList();
  }

  private SearchDocument document(
      SessionFacts session,
      Instant published,
      Optional<CourseFacts> course,
      List<CourseWords> words) {
    SearchDocument.Builder document =
        SearchDocument.of(kind(), session.id())
            .code(session.code())
            .path("/calendar/session/" + session.id())
            .facet(SearchDocument.REGION, session.regionCode())
            .facet(SearchDocument.THEME, session.themeCode())
            .facet(SearchDocument.MEMBER, host(session))
            .facet(SearchDocument.LEVEL, course.map(CourseFacts::level).orElse(null))
            .facet(
                SearchDocument.AUDIENCE,
                course.map(facts -> List.of(facts.audience().split(" "))).orElse(List.of()))
            .facet(SearchDocument.SOURCE, session.centreCode())
            .facet(SearchDocument.COURSE, course.map(CourseFacts::code).orElse(null))
            .detail("centre", session.centreCode())
            .detail("timing", session.timing().code())
            .published(published)
            .under("course", session.courseId())
            .visibleTo(SearchDocument.PUBLIC);
    if (session.dated()) {
      document
          .facet(SearchDocument.YEAR, String.valueOf(session.firstDay().getYear()))
          .detail("firstDay", session.firstDay().toString())
          .detail("lastDay", session.lastDay().toString())
          .date(session.startsAt());
    }
    words.forEach(
        each ->
            document.text(
                each.language(), each.title(), each.summary(), place(session, each.language())));
    return document.build();
  }

  private String host(SessionFacts session) {
    return directory.findCentre(session.centreCode()).map(CentreSummary::memberCode).orElse(null);
  }

  private String place(SessionFacts session, String language) {
    String centre =
        directory
            .findCentre(session.centreCode())
            .map(found -> name(found, language) + " " + found.city())
            .orElse("");
    return centre + " " + session.place().text(" ");
  }

  private static String name(CentreSummary centre, String language) {
    return centre.name().in(Language.of(language).orElse(Language.EN));
  }
}
