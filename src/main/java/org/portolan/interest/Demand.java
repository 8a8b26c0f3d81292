package org.portolan.interest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.portolan.calendar.SessionSummary;

/**
 * How many would come to a session, by Member and by the language in which they use Portolan.
 *
 * @param languages codes, those asked for most first
 * @param rows the Members with most people first
 */
public record Demand(SessionSummary session, List<String> languages, List<Row> rows) {

  /**
   * People of a Member.
   *
   * @param memberCode null for those who belong to none
   * @param counts in the order of the languages
   */
  public record Row(String memberCode, List<Integer> counts) {
    public int total() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** People of a Member who use a language. */
  record Count(String memberCode, String language, int people) {}

  static Demand of(SessionSummary session, List<Count> counts) {
    TreeMap<String, Integer> byLanguage = new TreeMap<>();
    counts.forEach(each -> byLanguage.merge(each.language(), each.people(), Integer::sum));
    List<String> languages = new ArrayList<>(byLanguage.keySet());
    languages.sort((one, other) -> byLanguage.get(other) - byLanguage.get(one));
    List<Row> rows = new ArrayList<>();
    counts.stream()
        .map(Count::memberCode)
        .distinct()
        .forEach(member -> rows.add(new Row(member, countsOf(member, languages, counts))));
    rows.sort((one, other) -> other.total() - one.total());
    return new Demand(session, List.copyOf(languages), List.copyOf(rows));
  }

  private static List<Integer> countsOf(String member, List<String> languages, List<Count> counts) {
    return languages.stream()
        .map(
            language ->
                counts.stream()
                    .filter(each -> java.util.Objects.equals(each.memberCode(), member))
                    .filter(each -> each.language().equals(language))
                    .mapToInt(Count::people)
                    .sum())
        .toList();
  }

  public int total() {
    return rows.stream().mapToInt(Row::total).sum();
  }

  /** How many in all use each language. */
  public List<Integer> totals() {
    List<Integer> totals = new ArrayList<>();
    for (int i = 0; i < languages.size(); i++) {
      int at = i;
      totals.add(rows.stream().mapToInt(row -> row.counts().get(at)).sum());
    }
    return totals;
  }
}
