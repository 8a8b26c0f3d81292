package org.portolan.enrolment;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.portolan.eligibility.Fact;
import org.portolan.eligibility.Facts;
import org.portolan.eligibility.LanguageLevel;
import org.portolan.selection.Criteria;
import org.portolan.selection.Criterion;
import org.portolan.selection.Points;

/**
 * What those who wait for a selection get points for, by what is known of them.
 *
 * @param languages in which the session is held
 * @param day on which it begins
 * @param gives what its course gives, by competency
 * @param jobs what a job asks for, by competency
 */
record Judging(
    Criteria criteria,
    List<String> languages,
    LocalDate day,
    Map<String, Integer> gives,
    Function<String, Map<String, Integer>> jobs) {

  /** What has to be known of everybody. */
  static Set<Fact> needs(Criteria criteria) {
    Set<Fact> needs = EnumSet.noneOf(Fact.class);
    if (criteria.counts(Criterion.PROFILE)) {
      needs.add(Fact.JOB);
      needs.add(Fact.COMPETENCIES);
    }
    if (criteria.counts(Criterion.YEARS) || criteria.counts(Criterion.LANGUAGE)) {
      needs.add(Fact.PROFILE);
    }
    return needs;
  }

  /**
   * By criterion; gender and Members that are not served yet follow from who is selected before.
   *
   * @param homeRank which place their administration gave them; 0 where they applied themselves
   * @param sent what became of seats that their Member had lately
   */
  Map<Criterion, Integer> points(Facts of, int homeRank, RankingRows.Sent sent) {
    Map<Criterion, Integer> points = new EnumMap<>(Criterion.class);
    for (Criterion criterion : criteria.weights().keySet()) {
      switch (criterion) {
        case PROFILE ->
            points.put(
                criterion,
                Points.profile(
                    gives, of.job() == null ? Map.of() : jobs.apply(of.job()), of.confirmed()));
        case YEARS -> points.put(criterion, Points.years(of.inPostSince(), day));
        case LANGUAGE -> points.put(criterion, Points.language(best(of)));
        case HOME -> points.put(criterion, Points.home(homeRank));
        case ATTENDANCE -> points.put(criterion, Points.attendance(sent.held(), sent.missed()));
        case GENDER, UNSERVED -> {
          // see above
        }
      }
    }
    return points;
  }

  /** The best level in a language of the session, from 1; 0 where they know none. */
  private int best(Facts of) {
    return languages.stream()
        .map(of.languages()::get)
        .filter(Objects::nonNull)
        .mapToInt(LanguageLevel::ordinal)
        .map(level -> level + 1)
        .max()
        .orElse(0);
  }
}
