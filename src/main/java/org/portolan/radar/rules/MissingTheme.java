package org.portolan.radar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A theme of which centres of the region have courses, and of which nobody gives any. */
final class MissingTheme implements Rule {
  @Override
  public List<Finding> look(RegionYear year) {
    if (!year.hasPlan()) {
      return List.of();
    }
    Set<String> served =
        year.sessions().stream().map(each -> each.course().theme()).collect(Collectors.toSet());
    Map<String, List<CourseFact>> byTheme =
        year.courses().stream()
            .collect(Collectors.groupingBy(CourseFact::theme, TreeMap::new, Collectors.toList()));
    List<Finding> findings = new ArrayList<>();
    byTheme.forEach(
        (theme, courses) -> {
          if (!served.contains(theme)) {
            findings.add(
                Finding.about(FindingKind.MISSING_THEME, "theme:" + theme)
                    .centres(courses.stream().map(CourseFact::centre).toList())
                    .themes(List.of(theme))
                    .figure(courses.size())
                    .done());
          }
        });
    return findings;
  }
}
