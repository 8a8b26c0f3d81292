package org.portolan.catalog;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.likeness.WordSet;

/**
 * All published courses as one moment saw them. Each value of each facet is a row of bits, one for
 * a course, so that counting all of them costs some microseconds, whether there are hundreds of
 * courses or thousands. Nothing in it changes; another moment is another shelf.
 */
final class Shelf {
  private final List<ShelvedCourse> courses;
  private final Map<Facet, Map<String, BitSet>> bits = new EnumMap<>(Facet.class);
  private final Map<String, Integer> byCode = new LinkedHashMap<>();
  private final Map<Long, ShelvedCourse> byId = new HashMap<>();
  private final List<String> titles = new ArrayList<>();
  private final ConcurrentMap<Language, int[]> byTitle = new ConcurrentHashMap<>();

  /**
   * @param packageOf the package of a theme, or null
   */
  Shelf(List<ShelvedCourse> courses, UnaryOperator<String> packageOf) {
    this.courses = List.copyOf(courses);
    for (Facet facet : Facet.values()) {
      bits.put(facet, new TreeMap<>());
    }
    for (int at = 0; at < courses.size(); at++) {
      ShelvedCourse course = courses.get(at);
      byCode.put(course.facts().code(), at);
      byId.put(course.facts().id(), course);
      titles.add(sought(course));
      for (Facet facet : Facet.values()) {
        for (String value : course.values(facet)) {
          mark(facet, value, at);
        }
      }
      for (String theme : course.themes()) {
        String family = packageOf.apply(theme);
        if (family != null) {
          mark(Facet.PACKAGE, family, at);
        }
      }
    }
  }

  private void mark(Facet facet, String value, int at) {
    bits.get(facet).computeIfAbsent(value, any -> new BitSet()).set(at);
  }

  int size() {
    return courses.size();
  }

  List<ShelvedCourse> all() {
    return courses;
  }

  Optional<ShelvedCourse> find(String code) {
    return Optional.ofNullable(byCode.get(code)).map(courses::get);
  }

  Optional<ShelvedCourse> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** How many courses this leaves. */
  int count(CourseFilter filter) {
    return matching(filter, null).cardinality();
  }

  /**
   * A page of what a filter leaves.
   *
   * @param starts when the next session of a course begins, by its number
   */
  List<ShelvedCourse> page(
      CourseFilter filter, Language reader, int size, Map<Long, Instant> starts) {
    BitSet left = matching(filter, null);
    List<ShelvedCourse> page = new ArrayList<>();
    int skip = (filter.page() - 1) * size;
    for (int at : order(filter.order(), reader, starts)) {
      if (left.get(at) && skip-- <= 0) {
        page.add(courses.get(at));
        if (page.size() == size) {
          break;
        }
      }
    }
    return page;
  }

  /**
   * How many courses each value of a facet would show with all else that is chosen; values that
   * would show none are left out.
   */
  Map<String, Integer> counts(Facet facet, CourseFilter filter) {
    BitSet others = matching(filter, facet);
    Map<String, Integer> counts = new LinkedHashMap<>();
    bits.get(facet)
        .forEach(
            (value, marked) -> {
              BitSet both = (BitSet) others.clone();
              both.and(marked);
              if (!both.isEmpty()) {
                counts.put(value, both.cardinality());
              }
            });
    return counts;
  }

  /** Titles that are most like words of which none was found. */
  List<ShelvedCourse> nearest(String words, int most) {
    WordSet wanted = WordSet.shingles(words);
    record Near(ShelvedCourse course, double likeness) {}
    return courses.stream()
        .map(
            course ->
                new Near(
                    course,
                    course.words().stream()
                        .mapToDouble(each -> WordSet.shingles(each.title()).likeness(wanted))
                        .max()
                        .orElse(0)))
        .filter(near -> near.likeness() >= LEAST_LIKE)
        .sorted(Comparator.comparingDouble(Near::likeness).reversed())
        .limit(most)
        .map(Near::course)
        .toList();
  }

  private static final double LEAST_LIKE = 0.3;

  /**
   * @param aside the facet that is not to count, or null
   */
  private BitSet matching(CourseFilter filter, Facet aside) {
    BitSet left = new BitSet(courses.size());
    left.set(0, courses.size());
    for (Facet facet : Facet.values()) {
      String value = filter.value(facet);
      if (value != null && facet != aside) {
        BitSet marked = bits.get(facet).get(value);
        if (marked == null) {
          return new BitSet();
        }
        left.and(marked);
      }
    }
    if (filter.words() != null) {
      List<String> words = Arrays.asList(WordSet.plain(filter.words()).strip().split("\\s+"));
      for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at + 1)) {
        if (!words.stream().allMatch(titles.get(at)::contains)) {
          left.clear(at);
        }
      }
    }
    return left;
  }

  private int[] order(CourseOrder order, Language reader, Map<Long, Instant> starts) {
    int[] titled = byTitle.computeIfAbsent(reader, this::titled);
    return switch (order) {
      case TITLE -> titled;
      case HOURS -> sorted(titled, Comparator.comparingInt(at -> courses.get(at).facts().hours()));
      case NEWEST ->
          sorted(
              titled,
              Comparator.comparing(
                  (Integer at) -> courses.get(at).publishedAt(),
                  Comparator.nullsLast(Comparator.reverseOrder())));
      case NEXT ->
          sorted(
              titled,
              Comparator.comparing(
                  (Integer at) -> starts.get(courses.get(at).facts().id()),
                  Comparator.nullsLast(Comparator.naturalOrder())));
    };
  }

  /** As a dictionary puts the titles; courses without one in this language come after, by code. */
  private int[] titled(Language reader) {
    Collator collator = Collator.getInstance(ULocale.forLocale(reader.locale()));
    Comparator<String> alphabet = collator::compare;
    List<String> own =
        courses.stream()
            .map(
                course ->
                    course.words().stream()
                        .filter(words -> words.language().equals(reader.code()))
                        .map(CourseWords::title)
                        .findFirst()
                        .orElse(null))
            .toList();
    int[] all = new int[courses.size()];
    Arrays.setAll(all, at -> at);
    return sorted(
        all,
        Comparator.comparing((Integer at) -> own.get(at), Comparator.nullsLast(alphabet))
            .thenComparing(at -> courses.get(at).facts().code()));
  }

  /** Equals stay in the order in which they come. */
  private static int[] sorted(int[] all, Comparator<Integer> order) {
    return Arrays.stream(all).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  private static String sought(ShelvedCourse course) {
    StringBuilder sought = new StringBuilder(WordSet.plain(course.facts().code()));
    course.words().forEach(words -> sought.append('\n').append(WordSet.plain(words.title())));
    return sought.toString();
  }
}
