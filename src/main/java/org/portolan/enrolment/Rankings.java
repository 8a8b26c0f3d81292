package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.catalog.CourseLinks;
import org.portolan.competency.Competencies;
import org.portolan.competency.ProfileSummary;
import org.portolan.condition.FactsOfPeople;
import org.portolan.eligibility.Facts;
import org.portolan.selection.Candidacy;
import org.portolan.selection.Criteria;
import org.portolan.selection.Criterion;
import org.portolan.selection.Ranking;

/**
 * Ranks those who wait for the selection of a centre: a statement for each kind of fact that its
 * criteria need, however many wait. Asks nobody for permission.
 */
@ApplicationScoped
class Rankings {
  @Inject private RankingRows rows;
  @Inject private FactsOfPeople facts;
  @Inject private Competencies competencies;
  @Inject private CourseLinks links;

  /** Nothing where the session compares nobody, or nobody waits for its selection. */
  Optional<Ranking> of(long session, Instant now) {
    Criteria criteria = rows.criteria(Set.of(session)).getOrDefault(session, Criteria.NONE);
    return criteria.isNone()
        ? Optional.empty()
        : Optional.of(of(session, criteria, rows.candidates(session), now));
  }

  /** By session, for those of them that compare. */
  Map<Long, Ranking> of(Collection<Long> sessions, Instant now) {
    Map<Long, Ranking> rankings = new HashMap<>();
    rows.criteria(sessions)
        .forEach(
            (session, criteria) -> {
              if (!criteria.isNone()) {
                rankings.put(session, of(session, criteria, rows.candidates(session), now));
              }
            });
    return rankings;
  }

  /** Where there are no criteria, they stand as they applied. */
  Ranking of(long session, Criteria criteria, List<RankingRows.Candidate> waiting, Instant now) {
    RankingRows.Occasion occasion = rows.occasion(session).orElseThrow();
    LocalDate day =
        occasion.firstDay() == null
            ? LocalDate.ofInstant(now, ZoneOffset.UTC)
            : occasion.firstDay();
    Map<Long, String> members = new HashMap<>();
    waiting.forEach(each -> members.put(each.person(), each.member()));
    Map<Long, Facts> known =
        waiting.isEmpty() ? Map.of() : facts.of(members, Judging.needs(criteria));
    Map<String, Integer> gives =
        criteria.counts(Criterion.PROFILE) ? links.gives(occasion.course()) : Map.of();
    Map<String, RankingRows.Sent> sent =
        criteria.counts(Criterion.ATTENDANCE)
            ? rows.sent(
                members.values().stream().filter(Objects::nonNull).collect(Collectors.toSet()), now)
            : Map.of();
    Map<String, Map<String, Integer>> jobs = new HashMap<>();
    Judging judging =
        new Judging(
            criteria,
            occasion.languages(),
            day,
            gives,
            job -> jobs.computeIfAbsent(job, this::needs));
    List<Candidacy> candidates = new ArrayList<>(waiting.size());
    for (RankingRows.Candidate each : waiting) {
      candidates.add(
          new Candidacy(
              each.application(),
              each.member(),
              each.gender(),
              judging.points(
                  known.get(each.person()),
                  each.homeRank(),
                  sent.getOrDefault(
                      each.member() == null ? "" : each.member(), RankingRows.Sent.NOBODY)),
              each.since()));
    }
    return Ranking.of(criteria, rows.selected(session), candidates);
  }

  private Map<String, Integer> needs(String job) {
    return competencies
        .profile(job)
        .map(ProfileSummary::needs)
        .map(
            needs ->
                needs.stream()
                    .collect(
                        Collectors.toMap(
                            need -> need.competency().code(), need -> need.level().number())))
        .orElse(Map.of());
  }
}
