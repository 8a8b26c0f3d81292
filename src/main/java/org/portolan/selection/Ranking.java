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

  /** Those of one administration and gender, whom nothing that depends on others tells apart. */
  private record Line(Served served, String gender, Deque<Weighed> waiting) {
    Weighed first() {
      return waiting.element();
    }
  }

  /**
   * @param before who has a seat already, or was selected for one
   */
  public static Ranking of(
      Criteria criteria, Collection<Selected> before, Collection<Candidacy> candidates) {
    Balance balance = new Balance(criteria);
    before.forEach(each -> balance.add(balance.served(each.member()), each.gender(), each.count()));
    List<Line> lines = lines(criteria, balance, candidates);
    List<Ranked> order = new ArrayList<>(candidates.size());
    while (!lines.isEmpty()) {
      Line best = lines.get(0);
      long most = -1;
      for (Line line : lines) {
        long points = line.first().own() + balance.points(line);
        if (points > most
            || points == most && earlier(line.first().candidacy(), best.first().candidacy())) {
          best = line;
          most = points;
        }
      }
      order.add(ranked(criteria, balance, best, order.size() + 1, most));
      best.waiting().remove();
      balance.add(best.served(), best.gender(), 1);
      if (best.waiting().isEmpty()) {
        lines.remove(best);
      }
    }
    return new Ranking(order);
  }

  private static List<Line> lines(
      Criteria criteria, Balance balance, Collection<Candidacy> candidates) {
    Map<String, Map<String, Line>> lines = new LinkedHashMap<>();
    candidates.stream()
        .map(each -> new Weighed(each, own(criteria, each)))
        .sorted(
            Comparator.comparingLong(Weighed::own)
                .reversed()
                .thenComparing(each -> each.candidacy().since())
                .thenComparingLong(each -> each.candidacy().number()))
        .forEach(
            each -> {
              Candidacy one = each.candidacy();
              lines
                  .computeIfAbsent(one.member(), member -> new LinkedHashMap<>())
                  .computeIfAbsent(
                      one.gender(),
                      gender -> new Line(balance.served(one.member()), gender, new ArrayDeque<>()))
                  .waiting()
                  .add(each);
            });
    List<Line> all = new ArrayList<>();
    lines.values().forEach(each -> all.addAll(each.values()));
    return all;
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
      Criteria criteria, Balance balance, Line line, int place, long points) {
    Candidacy candidate = line.first().candidacy();
    Map<Criterion, Integer> parts = new EnumMap<>(Criterion.class);
    for (Criterion each : criteria.weights().keySet()) {
      parts.put(
          each,
          switch (each) {
            case GENDER -> balance.gender(line.gender());
            case UNSERVED -> line.served().points();
            default -> candidate.points(each);
          });
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

  /** How many who stand before one are not among the chosen. */
  public int passedOver(long number, Collection<Long> chosen) {
    int place = of(number).map(Ranked::place).orElse(0);
    return (int)
        order.stream()
            .limit(Math.max(0, place - 1))
            .filter(each -> !chosen.contains(each.number()))
            .count();
  }

  /** How many of an administration have a seat; without one, nobody is served first. */
  private static final class Served {
    private final boolean known;
    private int count;

    Served(boolean known) {
      this.known = known;
    }

    int points() {
      return known ? Points.ALL / (1 + count) : 0;
    }
  }

  /** Who has a seat: on which some criteria depend. */
  private static final class Balance {
    private final Map<String, Served> members = new HashMap<>();
    private final int gender;
    private final int unserved;
    private int women;
    private int men;

    Balance(Criteria criteria) {
      gender = criteria.weight(Criterion.GENDER);
      unserved = criteria.weight(Criterion.UNSERVED);
    }

    Served served(String member) {
      return members.computeIfAbsent(
          member == null ? "" : member, code -> new Served(member != null));
    }

    void add(Served served, String of, int count) {
      served.count += count;
      women += of.equals(WOMEN) ? count : 0;
      men += of.equals(MEN) ? count : 0;
    }

    long points(Line line) {
      return (gender == 0 ? 0 : (long) gender * gender(line.gender()))
          + (unserved == 0 ? 0 : (long) unserved * line.served().points());
    }

    int gender(String of) {
      boolean woman = of.equals(WOMEN);
      if (women == men || !woman && !of.equals(MEN)) {
        return Points.HALF;
      }
      return woman == women < men ? Points.ALL : 0;
    }
  }
}
