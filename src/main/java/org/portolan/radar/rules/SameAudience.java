package org.portolan.radar.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sessions of different themes that begin in the same week for the same people: audience, level and
 * a language are the same, and Members may send officers to each.
 */
final class SameAudience implements Rule {
  /** Two compete in a small region; a large one has room for more. */
  static final int LEAST = 2;

  /** One more for each so many centres. */
  static final int CENTRES_FOR_EACH = 4;

  @Override
  public List<Finding> look(RegionYear year) {
    int least = Math.max(LEAST, (year.centres().size() + CENTRES_FOR_EACH - 1) / CENTRES_FOR_EACH);
    Map<String, List<Planned>> weeks = new TreeMap<>();
    for (Planned session : year.ahead()) {
      if (!session.isLong()) {
        for (String audience : session.course().audiences()) {
          weeks
              .computeIfAbsent(
                  "week:"
                      + monday(session.first())
                      + ":"
                      + audience
                      + ":"
                      + session.course().level(),
                  any -> new ArrayList<>())
              .add(session);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    Set<List<Planned>> told = new HashSet<>();
    weeks.forEach(
        (subject, sessions) -> {
          for (List<Planned> cluster :
              Clusters.of(sessions, DayOfWeek.values().length, (one, other) -> true)) {
            if (cluster.size() >= least
                && Clusters.severalOf(cluster, each -> each.course().theme())
                && told.add(cluster)) {
              findings.add(finding(subject, cluster));
            }
          }
        });
    return findings;
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Finding finding(String subject, List<Planned> cluster) {
    return Finding.about(FindingKind.SAME_AUDIENCE, subject)
        .sessions(cluster)
        .languages(Clusters.languages(cluster))
        .days(List.of(monday(cluster.get(0).first())))
        .figure(cluster.size())
        .done();
  }
}
