package org.portolan.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.region.Directory;

/** Courses as readers find them, in their language where the course has it. */
@ApplicationScoped
public class Catalog {
  public static final int PAGE_SIZE = 25;
  private static final int STREAM_SIZE = 200;
  private static final int LONGEST_WAY = 20;

  /**
   * Putting all courses in the order of their titles is most of what a page of the list costs, and
   * many readers see the same few pages. A change shows after these moments on every node.
   */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private static final int MOST_KEPT = 500;

  private final Cache<Wanted, CoursePage> pages =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

  @Inject private CourseRepository courses;
  @Inject private Themes themes;
  @Inject private Directory directory;

  @Transactional
  public CoursePage list(CourseFilter filter, Language reader) {
    return list(filter, reader, PAGE_SIZE);
  }

  @Transactional
  public CoursePage list(CourseFilter filter, Language reader, int size) {
    return pages.get(new Wanted(filter, reader, size), this::read);
  }

  private CoursePage read(Wanted wanted) {
    CourseFilter filter = wanted.filter();
    Language reader = wanted.reader();
    int size = wanted.size();
    Map<String, String> unknown = unknown(filter);
    if (!unknown.isEmpty()) {
      return new CoursePage(List.of(), 0, 1, size, unknown);
    }
    long total = courses.count(filter);
    List<Long> ids = total == 0 ? List.of() : courses.ids(filter, reader.code(), size);
    return new CoursePage(summaries(ids, reader), total, filter.page(), size, Map.of());
  }

  /** How many courses are published. */
  @Transactional
  public long size() {
    return courses.count(CourseFilter.everything());
  }

  /** A page of the list that somebody asked for. */
  private record Wanted(CourseFilter filter, Language reader, int size) {}

  /** How many courses each restriction would leave if it alone were dropped. */
  @Transactional
  public Map<String, Long> totalsWithout(CourseFilter filter) {
    Map<String, Long> totals = new LinkedHashMap<>();
    for (String dimension : filter.chosen().keySet()) {
      CourseFilter rest = filter.without(dimension);
      totals.put(dimension, unknown(rest).isEmpty() ? courses.count(rest) : 0L);
    }
    return totals;
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
    Map<Long, CourseFacts> facts = courses.facts(ids);
    Map<Long, List<CourseWords>> words = courses.headlines(ids);
    Map<Long, CourseTitle> titles = new LinkedHashMap<>();
    facts.forEach(
        (id, fact) -> {
          CourseWords chosen = chosen(words.getOrDefault(id, List.of()), reader, fact);
          titles.put(id, new CourseTitle(id, fact.code(), chosen.title(), chosen.language()));
        });
    return titles;
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

  /** Every course, in pieces that fit the memory; for the index. */
  @Transactional
  public void streamIds(Consumer<List<Long>> sink) {
    List<Long> ids = courses.idsAfter(0, STREAM_SIZE);
    while (!ids.isEmpty()) {
      sink.accept(ids);
      ids = courses.idsAfter(ids.get(ids.size() - 1), STREAM_SIZE);
    }
  }

  private List<CourseSummary> summaries(List<Long> ids, Language reader) {
    Map<Long, CourseFacts> facts = courses.facts(ids);
    Map<Long, List<CourseWords>> words = courses.headlines(ids);
    return ids.stream()
        .map(
            id -> {
              List<CourseWords> known = words.getOrDefault(id, List.of());
              return new CourseSummary(
                  facts.get(id), chosen(known, reader, facts.get(id)), languages(known));
            })
        .toList();
  }

  CourseDetail detail(Course course, Language reader) {
    List<CourseWords> words = course.texts().stream().map(CourseText::words).toList();
    Set<Long> others = new HashSet<>(course.required());
    Optional<Course> successor = successor(course);
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

  /** What took its place in the end: what came after it may be retired by now as well. */
  private Optional<Course> successor(Course retired) {
    Optional<Course> next = Optional.of(retired);
    for (int way = 0; way < LONGEST_WAY && next.isPresent(); way++) {
      Long following = next.get().successorId();
      if (following == null) {
        break;
      }
      next = courses.find(following);
    }
    return next.filter(course -> course.state() == CourseState.PUBLISHED && course != retired);
  }

  private static CourseWords chosen(List<CourseWords> words, Language reader, CourseFacts facts) {
    return Fallback.choose(words, CourseWords::language, reader)
        .orElseGet(() -> new CourseWords(reader.code(), facts.code(), "", ""));
  }

  private static List<String> languages(List<CourseWords> words) {
    return words.stream()
        .map(CourseWords::language)
        .sorted(Comparator.comparingInt(Fallback::order))
        .collect(Collectors.toList());
  }

  private Map<String, String> unknown(CourseFilter filter) {
    Map<String, String> unknown = filter.chosen();
    unknown.entrySet().removeIf(entry -> known(entry.getKey(), entry.getValue()));
    return unknown;
  }

  private boolean known(String dimension, String value) {
    return switch (dimension) {
      case "theme" -> themes.find(value).isPresent();
      case "region" -> directory.findRegion(value).isPresent();
      case "language" -> Language.of(value).isPresent();
      case "mode" -> Mode.of(value).isPresent();
      case "level" -> Level.of(value).isPresent();
      default -> false;
    };
  }
}
