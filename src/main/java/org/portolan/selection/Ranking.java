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
  private static final String WOMEN = "female";
  private static final String MEN = "male";

  private final List<Ranked> order;
  private final Map<Long, Ranked> byNumber;

  private Ranking(List<Ranked> order) {
    this.order = List.copyOf(order);
    byNumber = order.stream().collect(Collectors.toMap(Ranked::number, each -> each));
  }

  /** Somebody with the points that do not depend on others. */
  private record Weighed(Candidacy candidacy, long own) {}

  /** Those who differ by nothing that depends on others. */
  private record Kind(String member, String gender) {}

  /**
   * @param before who has a seat already, or was selected for one
   */
  public static Ranking of(
      Criteria criteria, Collection<Selected> before, Collection<Candidacy> candidates) {
    Balance balance = new Balance();
    before.forEach(each -> balance.add(each.member(), each.gender(), each.count()));
    Map<Kind, Deque<Weighed>> kinds = new LinkedHashMap<>();
    candidates.stream()
        .map(each -> new Weighed(each, own(criteria, each)))
        .sorted(
            Comparator.comparingLong(Weighed::own)
                .reversed()
                .thenComparing(each -> each.candidacy().since())
                .thenComparingLong(each -> each.candidacy().number()))
        .forEach(
            each ->
                kinds
                    .computeIfAbsent(
                        new Kind(each.candidacy().member(), each.candidacy().gender()),
                        kind -> new ArrayDeque<>())
                    .add(each));
    List<Deque<Weighed>> heads = new ArrayList<>(kinds.values());
    List<Ranked> order = new ArrayList<>(candidates.size());
    while (!heads.isEmpty()) {
      Deque<Weighed> best = null;
      long most = -1;
      for (Deque<Weighed> kind : heads) {
        Weighed first = kind.element();
        long points = first.own() + balance.points(criteria, first.candidacy());
        if (best == null
            || points > most
            || points == most && earlier(first.candidacy(), best.element().candidacy())) {
          best = kind;
          most = points;
        }
      }
      Candidacy next = Objects.requireNonNull(best).remove().candidacy();
      order.add(ranked(criteria, balance, next, order.size() + 1, most));
      balance.add(next.member(), next.gender(), 1);
      if (best.isEmpty()) {
        heads.remove(best);
      }
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
      int gender = criteria.weight(Criterion.GENDER);
      int unserved = criteria.weight(Criterion.UNSERVED);
      return (gender == 0 ? 0 : (long) gender * points(Criterion.GENDER, candidate))
          + (unserved == 0 ? 0 : (long) unserved * points(Criterion.UNSERVED, candidate));
    }

    int points(Criterion criterion, Candidacy candidate) {
      if (criterion == Criterion.UNSERVED) {
        return candidate.member() == null
            ? 0
            : Points.ALL / (1 + members.getOrDefault(candidate.member(), 0));
      }
      int women = genders.getOrDefault(WOMEN, 0);
      int men = genders.getOrDefault(MEN, 0);
      boolean woman = candidate.gender().equals(WOMEN);
      if (women == men || !woman && !candidate.gender().equals(MEN)) {
        return Points.HALF;
      }
      return woman == women < men ? Points.ALL : 0;
    }
  }
}
