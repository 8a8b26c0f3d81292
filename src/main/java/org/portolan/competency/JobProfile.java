package org.portolan.competency;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.i18n.LocalName;

/** A kind of job in a Customs administration, and what it asks of whoever does it. */
@Entity
@Table(name = "job_profile")
class JobProfile {
  @Id private String code;
  private String family;
  @Embedded private LocalName name;
  private int sort;

  @ElementCollection
  @CollectionTable(
      name = "profile_competency",
      joinColumns = @JoinColumn(name = "profile_code", referencedColumnName = "code"))
  private List<ProfileNeed> needs = new ArrayList<>();

  protected JobProfile() {}

  String code() {
    return code;
  }

  /** It no longer needs other competencies than these. */
  void needOnly(Set<String> competencies) {
    needs.removeIf(need -> !competencies.contains(need.competency()));
  }

  ProfileSummary summary(Map<String, CompetencySummary> competencies) {
    List<String> order = List.copyOf(competencies.keySet());
    return new ProfileSummary(
        code,
        ProfileFamily.of(family).orElseThrow(),
        name,
        needs.stream()
            .map(need -> new NeededCompetency(competencies.get(need.competency()), need.level()))
            .sorted(
                Comparator.comparing(NeededCompetency::level)
                    .reversed()
                    .thenComparing(need -> order.indexOf(need.competency().code())))
            .toList());
  }
}
