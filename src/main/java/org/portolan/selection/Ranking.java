package org.portolan.selection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The order in which those who wait for a selection come by its criteria. It is made from the top:
 * whoever has the most points then is next, and those who come after are compared with them
 * selected already, so that a balance is one wherever the list is cut. After the first of it are
 * selected, the others stand in the same order as before. Equals stand as they applied.
 */
public final class Ranking {
  private final List<Ranked> order;
  private final Map<Long, Ranked> byNumber;

  private Ranking(List<Ranked> order) {
    this.order = List.copyOf(order);
    byNumber = order.stream().collect(Collectors.toMap(Ranked::number, each -> each));
  }

  /** Those who differ by nothing that depends on others. */
  private record Kind(String member, String gender) {}

  /**
   * @param before who has a seat already, or was selected for one
   */
  public static Ranking of(
      Criteria criteria, Collection<Selected> before, Collection<Candidacy> candidates) {
    Balance balance = new Balance();
    before.forEach(each -> balance.add(each.member(), each.gender(), each.count()));
    Map<Kind, List<Candidacy>> sorted = new LinkedHashMap<>();
    candidates.stream()
        .sorted(
            Comparator.<Candidacy>comparingLong(each -> own(criteria, each))
                .reversed()
                .thenComparing(Candidacy::since)
                .thenComparingLong(Candidacy::number))
        .forEach(
            each ->
                sorted
                    .computeIfAbsent(
                        new Kind(each.member(), each.gender()), kind -> new ArrayList<>())
                    .add(each));
    List<Deque<Candidacy>> kinds = new ArrayList<>();
    sorted.values().forEach(each -> kinds.add(new ArrayDeque<>(each)));
    List<Ranked> order = new ArrayList<>(candidates.size());
    while (order.size() < candidates.size()) {
      Deque<Candidacy> best = null;
      long most = -1;
      for (Deque<Candidacy> kind : kinds) {
        Candidacy first = kind.peek();
        if (first == null) {
          continue;
        }
        long points = own(criteria, first) + balance.points(criteria, first);
        if (best == null || points > most || points == most && earlier(first, best.peek())) {
          best = kind;
          most = points;
        }
      }
      Candidacy next = Objects.requireNonNull(best).remove();
      order.add(ranked(criteria, balance, next, order.size() + 1, most));
      balance.add(next.member(), next.gender(), 1);
    }
    return new Ranking(order);
  }

  private static boolean earlier(Candidacy one, Candidacy other) {
    int order = one.since().compareTo(other.since());
    return order < 0 || order == 0 && one.number() < other.number();
  }

  private static long own(Criteria criteria, Candidacy candidate) {
    long points = 0;
    for (Map.Entry<Criterion, Integer> each : criteria.weights().entrySet()) {
      if (!each.getKey().balances()) {
        points += (long) each.getValue() * candidate.points(each.getKey());
      }
    }
    return points;
  }

  private static Ranked ranked(
      Criteria criteria, Balance balance, Candidacy candidate, int place, long points) {
    Map<Criterion, Integer> parts = new EnumMap<>(Criterion.class);
    for (Criterion each : criteria.weights().keySet()) {
      parts.put(each, each.balances() ? balance.points(each, candidate) : candidate.points(each));
    }
    long most = criteria.most();
    int share = most == 0 ? 0 : (int) (points * Points.ALL / most);
    return new Ranked(candidate.number(), place, share, Map.copyOf(parts));
  }

  /** From the first to the last. */
  public List<Ranked> order() {
    return order;
  }

  public Optional<Ranked> of(long number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /**
   * How many who stand before the last of these are passed over; none where the choice follows the
   * ranking.
   */
  public int passedOver(Collection<Long> chosen) {
    int last =
        chosen.stream().flatMap(each -> of(each).stream()).mapToInt(Ranked::place).max().orElse(0);
    return last - (int) chosen.stream().distinct().filter(byNumber::containsKey).count();
  }

  /** How many who stand before one are not among the chosen. */
  public int passedOver(long number, Collection<Long> chosen) {
    int place = of(number).map(Ranked::place).orElse(0);
    return (int)
        order.stream()
            .limit(Math.max(0, place - 1))
            .filter(each -> !chosen.contains(each.number()))
            .count();
  }

  /** Who has a seat: on which balances depend. */
  private static final class Balance {
    private final Map<String, Integer> members = new HashMap<>();
    private final Map<String, Integer> genders = new HashMap<>();

    void add(String member, String gender, int count) {
      if (member != null) {
        members.merge(member, count, Integer::sum);
      }
      genders.merge(gender, count, Integer::sum);
    }

    long points(Criteria criteria, Candidacy candidate) {
      return (long) criteria.weight(Criterion.GENDER) * points(Criterion.GENDER, candidate)
          + (long) criteria.weight(Criterion.UNSERVED) * points(Criterion.UNSERVED, candidate);
    }

    int points(Criterion criterion, Candidacy candidate) {
      if (criterion == Criterion.UNSERVED) {
        return candidate.member() == null
            ? 0
            : Points.ALL / (1 + members.getOrDefault(candidate.member(), 0));
      }
      int women = genders.getOrDefault("female", 0);
      int men = genders.getOrDefault("male", 0);
      if (women == men || !candidate.gender().matches("female|male")) {
        return Points.HALF;
      }
      return candidate.gender().equals(women < men ? "female" : "male") ? Points.ALL : 0;
    }
  }
}
