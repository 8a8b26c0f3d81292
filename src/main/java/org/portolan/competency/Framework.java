package org.portolan.competency;

import java.util.List;
import java.util.Map;
import org.portolan.platform.persistence.Kept;

/** All competencies and job profiles by code, put together once. */
record Framework(
    Map<String, CompetencySummary> competencies, Map<String, ProfileSummary> profiles) {
  static Framework of(List<Competency> competencies, List<JobProfile> profiles) {
    Map<String, CompetencySummary> byCode =
        Kept.byKey(
            competencies.stream().map(Competency::summary).toList(), CompetencySummary::code);
    return new Framework(
        byCode,
        Kept.byKey(
            profiles.stream().map(profile -> profile.summary(byCode)).toList(),
            ProfileSummary::code));
  }
}
