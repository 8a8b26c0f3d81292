package org.portolan.competency;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody can do: the levels of competencies by their codes.
 *
 * @param confirmed by a course, or by their administration
 * @param stated by themselves
 */
public record Attained(Map<String, Integer> confirmed, Map<String, Integer> stated) {
  public static final Attained NOTHING = new Attained(Map.of(), Map.of());

  public Attained {
    confirmed = Map.copyOf(confirmed);
    stated = Map.copyOf(stated);
  }

  /** Of everything that is in force for one person. */
  static Attained of(Collection<Attainment> attainments) {
    Map<String, Integer> confirmed = new HashMap<>();
    Map<String, Integer> stated = new HashMap<>();
    for (Attainment each : attainments) {
      Map<String, Integer> of = each.source().confirms() ? confirmed : stated;
      if (each.inForce() && each.level() > 0) {
        of.merge(each.competency(), each.level(), Math::max);
      }
    }
    return new Attained(confirmed, stated);
  }

  public int confirmed(String competency) {
    return confirmed.getOrDefault(competency, 0);
  }

  public int stated(String competency) {
    return stated.getOrDefault(competency, 0);
  }

  /** What a job asks for and nobody confirmed yet at that level. */
  public List<NeededCompetency> lacking(ProfileSummary job) {
    return job.needs().stream()
        .filter(need -> confirmed(need.competency().code()) < need.level().number())
        .toList();
  }
}
