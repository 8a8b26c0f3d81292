package org.portolan.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Instant MORNING = Instant.parse("2026-11-02T08:00:00Z");

  @Test
  void whoHasMorePointsComesFirst() {
    Criteria criteria = Criteria.read("profile:3 years:1").orElseThrow();
    Ranking ranking =
        Ranking.of(
            criteria,
            List.of(),
            List.of(
                one(1, "XS", "", Map.of(Criterion.PROFILE, 0, Criterion.YEARS, 1000)),
                one(2, "XS", "", Map.of(Criterion.PROFILE, 500, Criterion.YEARS, 0)),
                one(3, "XS", "", Map.of(Criterion.PROFILE, 500, Criterion.YEARS, 100))));
    assertThat(numbers(ranking)).containsExactly(3L, 2L, 1L);
    assertThat(ranking.of(3).orElseThrow())
        .isEqualTo(new Ranked(3, 1, 400, Map.of(Criterion.PROFILE, 500, Criterion.YEARS, 100)));
    assertThat(ranking.of(4)).isEmpty();
  }

  @Test
  void equalsStandAsTheyApplied() {
    Candidacy late = new Candidacy(1, "XA", "", Map.of(), MORNING.plusSeconds(1));
    Ranking ranking =
        Ranking.of(
            Criteria.NONE,
            List.of(),
            List.of(late, one(3, "XB", "", Map.of()), one(2, "XC", "", Map.of())));
    assertThat(numbers(ranking)).containsExactly(2L, 3L, 1L);
    assertThat(ranking.order()).allMatch(each -> each.share() == 0 && each.points().isEmpty());
  }

  @Test
  void equalsOfOneKindStandAsTheyAppliedToo() {
    assertThat(
            numbers(
                Ranking.of(
                    Criteria.NONE,
                    List.of(),
                    List.of(
                        new Candidacy(1, "XA", "female", Map.of(), MORNING.plusSeconds(1)),
                        one(3, "XA", "female", Map.of()),
                        one(2, "XA", "female", Map.of())))))
        .containsExactly(2L, 3L, 1L);
  }

  @Test
  void administrationsThatHaveASeatWaitForTheOthers() {
    Criteria criteria = Criteria.read("unserved:1").orElseThrow();
    Ranking ranking =
        Ranking.of(
            criteria,
            List.of(new Selected("XA", "", 1)),
            List.of(
                one(1, "XA", "", Map.of()),
                one(2, "XB", "", Map.of()),
                one(3, "XB", "", Map.of()),
                one(4, null, "", Map.of())));
    assertThat(numbers(ranking)).containsExactly(2L, 1L, 3L, 4L);
    assertThat(ranking.order().stream().map(Ranked::share)).containsExactly(1000, 500, 500, 0);
  }

  @Test
  void thoseOfTheGenderThatHasFewerSeatsComeFirst() {
    Criteria criteria = Criteria.read("gender:1").orElseThrow();
    Ranking ranking =
        Ranking.of(
            criteria,
            List.of(new Selected("XA", "male", 2), new Selected("XA", "female", 1)),
            List.of(
                one(1, "XA", "male", Map.of()),
                one(2, "XA", "male", Map.of()),
                one(3, "XA", "", Map.of()),
                one(4, "XA", "female", Map.of()),
                one(5, "XA", "female", Map.of())));
    assertThat(numbers(ranking)).containsExactly(4L, 1L, 5L, 2L, 3L);
    assertThat(ranking.order().stream().map(Ranked::share))
        .containsExactly(1000, 500, 1000, 500, 500);
  }

  @Test
  void whoeverPassesSomebodyOverIsTold() {
    Ranking ranking =
        Ranking.of(
            Criteria.NONE,
            List.of(),
            List.of(
                one(1, "XA", "", Map.of()),
                one(2, "XA", "", Map.of()),
                one(3, "XA", "", Map.of()),
                one(4, "XA", "", Map.of())));
    assertThat(ranking.passedOver(4, Set.of(1L, 4L))).isEqualTo(2);
    assertThat(ranking.passedOver(1, Set.of(4L))).isZero();
    assertThat(ranking.passedOver(99, Set.of())).isZero();
  }

  @Test
  void whatIsKeptOfItSaysAll() {
    Ranking ranking =
        Ranking.of(
            Criteria.read("years:2 profile:1").orElseThrow(),
            List.of(),
            List.of(
                one(1, "XA", "", Map.of(Criterion.YEARS, 300, Criterion.PROFILE, 900)),
                one(2, "XA", "", Map.of(Criterion.YEARS, 100)),
                one(3, "XA", "", Map.of())));
    Placed placed = Placed.in(ranking, 2, Set.of(2L)).orElseThrow();
    assertThat(placed.text()).isEqualTo("place=2 of=3 passed=1 share=66 profile=0 years=100");
    assertThat(Placed.of(placed.text())).isEqualTo(placed);
    assertThat(placed.left().text()).startsWith("place=2 of=3 passed=0 share=66");
    assertThat(Placed.in(ranking, 2, Set.of(1L, 2L)).orElseThrow().passedOver()).isZero();
    assertThat(Placed.in(ranking, 4, Set.of())).isEmpty();
  }

  /** What makes it a ranking for people: cutting it anywhere changes nothing of the rest. */
  @Test
  void afterTheFirstAreSelectedTheOthersStandAsBefore() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Criteria criteria = criteria(random);
      List<Candidacy> all = candidates(random, 1 + random.nextInt(30));
      List<Selected> before = List.of(new Selected("XB", "male", random.nextInt(3)));
      Ranking whole = Ranking.of(criteria, before, all);
      int cut = random.nextInt(all.size());
      List<Selected> more = new ArrayList<>(before);
      List<Candidacy> rest = new ArrayList<>();
      Set<Long> first =
          whole.order().stream().limit(cut).map(Ranked::number).collect(Collectors.toSet());
      for (Candidacy each : all) {
        if (first.contains(each.number())) {
          more.add(new Selected(each.member(), each.gender(), 1));
        } else {
          rest.add(each);
        }
      }
      Collections.shuffle(rest, random);
      assertThat(numbers(Ranking.of(criteria, more, rest)))
          .as("seed " + seed)
          .isEqualTo(numbers(whole).subList(cut, all.size()));
      assertThat(numbers(whole)).as("seed " + seed).isEqualTo(slow(criteria, before, all));
    }
  }

  /** The same by comparing everybody with everybody at each place. */
  private static List<Long> slow(
      Criteria criteria, List<Selected> before, List<Candidacy> candidates) {
    List<Selected> selected = new ArrayList<>(before);
    List<Candidacy> left = new ArrayList<>(candidates);
    List<Long> order = new ArrayList<>();
    while (!left.isEmpty()) {
      Candidacy best = null;
      double most = -1;
      for (Candidacy each : left) {
        double points = 0;
        for (Criterion criterion : Criterion.values()) {
          points += criteria.weight(criterion) * points(criterion, each, selected);
        }
        if (best == null
            || points > most
            || points == most
                && (each.since().isBefore(best.since())
                    || each.since().equals(best.since()) && each.number() < best.number())) {
          best = each;
          most = points;
        }
      }
      left.remove(best);
      order.add(best.number());
      selected.add(new Selected(best.member(), best.gender(), 1));
    }
    return order;
  }

  private static int points(Criterion criterion, Candidacy one, List<Selected> selected) {
    int same =
        selected.stream()
            .filter(each -> each.member().equals(one.member()))
            .mapToInt(Selected::count)
            .sum();
    int women =
        selected.stream()
            .filter(each -> each.gender().equals("female"))
            .mapToInt(Selected::count)
            .sum();
    int men =
        selected.stream()
            .filter(each -> each.gender().equals("male"))
            .mapToInt(Selected::count)
            .sum();
    return switch (criterion) {
      case UNSERVED -> 1000 / (1 + same);
      case GENDER ->
          one.gender().isEmpty() || women == men
              ? 500
              : one.gender().equals("female") == women < men ? 1000 : 0;
      default -> one.points().getOrDefault(criterion, 0);
    };
  }

  private static Criteria criteria(Random random) {
    return new Criteria(
        java.util.Arrays.stream(Criterion.values())
            .collect(Collectors.toMap(each -> each, each -> random.nextInt(4))));
  }

  private static List<Candidacy> candidates(Random random, int count) {
    List<Candidacy> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      all.add(
          new Candidacy(
              i,
              List.of("XA", "XB", "XC").get(random.nextInt(3)),
              List.of("female", "male", "").get(random.nextInt(3)),
              Map.of(
                  Criterion.PROFILE,
                  250 * random.nextInt(5),
                  Criterion.HOME,
                  250 * random.nextInt(5)),
              MORNING.plusSeconds(random.nextInt(5))));
    }
    return all;
  }

  private static Candidacy one(
      long number, String member, String gender, Map<Criterion, Integer> points) {
    return new Candidacy(number, member, gender, points, MORNING);
  }

  private static List<Long> numbers(Ranking ranking) {
    return ranking.order().stream().map(Ranked::number).toList();
  }
}
