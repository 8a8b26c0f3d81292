package org.portolan.catalog;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.portolan.competency.Competencies;
import org.portolan.platform.i18n.Language;
import org.portolan.region.Directory;

/** Courses as readers find them, in their language where the course has it. */
@ApplicationScoped
public class Catalog {
  public static final int PAGE_SIZE = 25;
  private static final int STREAM_SIZE = 200;
  private static final int NEAREST = 3;

  @Inject private CourseRepository courses;
  @Inject private Shelves shelves;
  @Inject private Competencies competencies;
  @Inject private Themes themes;
  @Inject private Directory directory;

  public CoursePage list(CourseFilter filter, Language reader) {
    return list(filter, reader, PAGE_SIZE);
  }

  /** Asks the shelf of this node and not the database. */
  public CoursePage list(CourseFilter filter, Language reader, int size) {
    Map<String, String> unknown = unknown(filter);
    if (!unknown.isEmpty()) {
      return new CoursePage(List.of(), 0, 1, size, unknown);
    }
    Shelf shelf = shelves.get();
    Map<Long, Instant> starts = filter.order() == CourseOrder.NEXT ? shelves.starts() : Map.of();
    return new CoursePage(
        shelf.page(filter, reader, size, starts).stream()
            .map(course -> summary(course, reader))
            .toList(),
        shelf.count(filter),
        filter.page(),
        size,
        Map.of());
  }

  /** How many courses each value of each facet would show, with all else that is chosen. */
  public CourseFacets facets(CourseFilter filter) {
    Shelf shelf = shelves.get();
    Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      counts.put(facet, shelf.counts(facet, filter));
    }
    return new CourseFacets(counts);
  }

  /** How many courses are published. */
  public long size() {
    return shelves.get().size();
  }

  /** How many courses each restriction would leave if it alone were dropped. */
  public Map<String, Long> totalsWithout(CourseFilter filter) {
    Map<String, Long> totals = new LinkedHashMap<>();
    for (String dimension : filter.chosen().keySet()) {
      CourseFilter rest = filter.without(dimension);
      totals.put(dimension, unknown(rest).isEmpty() ? shelves.get().count(rest) : 0L);
    }
    return totals;
  }

  /** Courses whose titles are most like words that stand in none. */
  public List<CourseSummary> nearest(String words, Language reader) {
    return shelves.get().nearest(words, NEAREST).stream()
        .map(course -> summary(course, reader))
        .toList();
  }

  /** Published courses of these codes, in their order; others are left out. */
  public List<ComparedCourse> compared(List<String> codes, Language reader) {
    Shelf shelf = shelves.get();
    return codes.stream()
        .flatMap(code -> shelf.find(code).stream())
        .map(
            course ->
                new ComparedCourse(
                    summary(course, reader),
                    course.catalogue(),
                    course.themes(),
                    course.audiences(),
                    course.sponsorCode(),
                    course.gives()))
        .toList();
  }

  static CourseSummary summary(ShelvedCourse course, Language reader) {
    return new CourseSummary(
        course.facts(), chosen(course.words(), reader, course.facts()), course.languages());
  }

  /** A course that is or was published; what is still being written is not there. */
  @Transactional
  public Optional<CourseDetail> find(String code, Language reader) {
    return courses
        .findByCode(code)
        .filter(
            course ->
                course.state() == CourseState.PUBLISHED || course.state() == CourseState.RETIRED)
        .map(course -> detail(course, reader));
  }

  /** Names of courses, published or not, in one statement. */
  @Transactional
  public Map<Long, CourseTitle> titles(Collection<Long> ids, Language reader) {
    Map<Long, CourseTitle> titles = new HashMap<>();
    courses.titles(ids).forEach((id, rows) -> titles.put(id, title(id, rows, reader)));
    return titles;
  }

  /**
   * The same for who reads and changes nothing: of what is published the shelf of this node is
   * asked, as old as {@link #revision} says, and the database only of the others.
   */
  @Transactional
  public Map<Long, CourseTitle> shownTitles(Collection<Long> ids, Language reader) {
    Shelf shelf = shelves.get();
    Map<Long, CourseTitle> titles = new HashMap<>();
    List<Long> others = new ArrayList<>();
    for (Long id : ids) {
      shelf
          .find(id)
          .map(course -> summary(course, reader))
          .ifPresentOrElse(
              course ->
                  titles.put(
                      id,
                      new CourseTitle(
                          id,
                          course.facts().code(),
                          course.words().title(),
                          course.words().language())),
              () -> others.add(id));
    }
    titles.putAll(titles(others, reader));
    return titles;
  }

  private static CourseTitle title(long id, List<CourseRepository.TitleRow> rows, Language reader) {
    String code = rows.get(0).code();
    return Fallback.choose(
            rows.stream().filter(row -> row.title() != null).toList(),
            CourseRepository.TitleRow::language,
            reader)
        .map(row -> new CourseTitle(id, code, row.title(), row.language()))
        .orElseGet(() -> new CourseTitle(id, code, code, reader.code()));
  }

  /** Another number whenever readers see something else of courses. */
  public long revision() {
    return shelves.revision();
  }

  /** Whether a course is published now, so that something new may begin with it. */
  @Transactional
  public boolean published(long id) {
    return courses.find(id).filter(course -> course.state() == CourseState.PUBLISHED).isPresent();
  }

  /** Which of these are published now. */
  @Transactional
  public Set<Long> publishedOf(Collection<Long> ids) {
    return courses.publishedOf(ids);
  }

  /** Published courses by their codes, as these are written. */
  @Transactional
  public Map<String, CourseFacts> publishedByCode(Collection<String> codes) {
    return courses.publishedByCode(codes);
  }

  /** Published courses that took the place of retired ones, by the numbers of those. */
  @Transactional
  public Map<Long, Long> successors(Collection<Long> ids) {
    return courses.successors(ids);
  }

  @Transactional
  public Map<Long, CourseFacts> facts(Collection<Long> ids) {
    return courses.facts(ids);
  }

  @Transactional
  public Map<Long, List<CourseWords>> headlines(Collection<Long> ids) {
    return courses.headlines(ids);
  }

  /** The names of all published courses, by title. */
  @Transactional
  public List<CourseTitle> all(Language reader) {
    return titles(courses.publishedIds(), reader).values().stream()
        .sorted(Comparator.comparing(CourseTitle::title, inOrderOf(reader)))
        .toList();
  }

  /** Ids of published courses in whose title these words stand, as the reader sees it. */
  @Transactional
  public Set<Long> titled(String words, Language reader) {
    String wanted = words.toLowerCase(reader.locale());
    return all(reader).stream()
        .filter(course -> course.title().toLowerCase(reader.locale()).contains(wanted))
        .map(CourseTitle::id)
        .collect(Collectors.toSet());
  }

  /** As a dictionary of the language puts them: capitals and accents do not part what belongs. */
  private static Comparator<Object> inOrderOf(Language reader) {
    return Collator.getInstance(ULocale.forLocale(reader.locale()));
  }

  /** Published courses with the words of every language; for the index. */
  @Transactional
  public Map<CourseFacts, List<CourseWords>> withAllWords(Collection<Long> ids) {
    Map<CourseFacts, List<CourseWords>> all = new LinkedHashMap<>();
    courses
        .listWithTexts(ids)
        .forEach(
            course ->
                all.put(course.facts(), course.texts().stream().map(CourseText::words).toList()));
    return all;
  }

  /** Since when these are published, by id; what is not published is left out. */
  @Transactional
  public Map<Long, Instant> publishedAt(Collection<Long> ids) {
    return courses.publishedAt(ids);
  }

  /** Every course, in pieces that fit the memory; for the index. */
  @Transactional
  public void streamIds(Consumer<List<Long>> sink) {
    List<Long> ids = courses.idsAfter(0, STREAM_SIZE);
    while (!ids.isEmpty()) {
      sink.accept(ids);
      ids = courses.idsAfter(ids.get(ids.size() - 1), STREAM_SIZE);
    }
  }

  CourseDetail detail(Course course, Language reader) {
    List<CourseWords> words = course.texts().stream().map(CourseText::words).toList();
    Set<Long> others = new HashSet<>(course.required());
    Optional<Course> successor = new Successors(courses::find).of(course);
    successor.ifPresent(next -> others.add(next.id()));
    Map<Long, CourseTitle> titles = titles(others, reader);
    return new CourseDetail(
        course.facts(),
        course.state(),
        course.catalogue(),
        course.memberCode(),
        course.themes(),
        course.description().audiences(),
        course.sponsorCode(),
        course.gives(),
        course.required().stream()
            .map(titles::get)
            .sorted(Comparator.comparing(CourseTitle::code))
            .toList(),
        successor.map(next -> titles.get(next.id())).orElse(null),
        chosen(words, reader, course.facts()),
        course.languageTexts(),
        course.updatedAt());
  }

  private static CourseWords chosen(List<CourseWords> words, Language reader, CourseFacts facts) {
    return Fallback.choose(words, CourseWords::language, reader)
        .orElseGet(() -> new CourseWords(reader.code(), facts.code(), "", ""));
  }

  private Map<String, String> unknown(CourseFilter filter) {
    Map<String, String> unknown = new LinkedHashMap<>(filter.chosen());
    unknown
        .entrySet()
        .removeIf(
            entry ->
                Facet.of(entry.getKey()).map(facet -> known(facet, entry.getValue())).orElse(true));
    return unknown;
  }

  private boolean known(Facet facet, String value) {
    return switch (facet) {
      case PACKAGE -> themes.findPackage(value).isPresent();
      case THEME -> themes.find(value).isPresent();
      case LANGUAGE -> Language.of(value).isPresent();
      case CATALOGUE -> CatalogueKind.of(value).isPresent();
      case REGION -> directory.findRegion(value).isPresent();
      case MEMBER -> directory.findMember(value).isPresent();
      case CENTRE -> directory.findCentre(value).isPresent();
      case MODE -> Mode.of(value).isPresent();
      case LEVEL -> Level.of(value).isPresent();
      case AUDIENCE -> Audience.of(value).isPresent();
      case COMPETENCY ->
          competencies.all().stream().anyMatch(competency -> competency.code().equals(value));
      case INSTRUMENT -> shelves.get().counts(facet, CourseFilter.everything()).containsKey(value);
      case SPONSOR -> directory.findBody(value).isPresent();
    };
  }
}
