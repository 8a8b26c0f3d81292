package org.portolan.radar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Languages of Members in which themes are not taught that others get in theirs. Members that share
 * their languages are told together, with all the themes that they lack.
 */
final class MissingLanguage implements Rule {
  /** One Member alone is helped by an interpreter, not by a session of its own. */
  static final int LEAST_MEMBERS = 2;

  @Override
  public List<Finding> look(RegionYear year) {
    if (!year.hasPlan()) {
      return List.of();
    }
    Set<String> unserved = year.unserved();
    Map<String, List<MemberFact>> byLanguages =
        year.members().stream()
            .filter(member -> !member.languages().isEmpty())
            .filter(member -> !unserved.contains(member.code()))
            .collect(
                Collectors.groupingBy(
                    member -> String.join(" ", new TreeSet<>(member.languages())),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, List<Planned>> byTheme =
        year.sessions().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.course().theme(), TreeMap::new, Collectors.toList()));
    List<Finding> findings = new ArrayList<>();
    byLanguages.forEach(
        (languages, members) -> {
          List<String> missing =
              byTheme.entrySet().stream()
                  .filter(
                      theme ->
                          theme.getValue().stream()
                              .noneMatch(each -> each.speaksTo(members.get(0))))
                  .map(Map.Entry::getKey)
                  .toList();
          if (members.size() >= LEAST_MEMBERS && !missing.isEmpty()) {
            findings.add(finding(languages, members, missing, year));
          }
        });
    return findings;
  }

  private static Finding finding(
      String languages, List<MemberFact> members, List<String> missing, RegionYear year) {
    return Finding.about(FindingKind.MISSING_LANGUAGE, "languages:" + languages)
        .centres(
            year.sessions().stream()
                .filter(each -> missing.contains(each.course().theme()))
                .map(Planned::centreCode)
                .toList())
        .members(members.stream().map(MemberFact::code).toList())
        .themes(missing)
        .languages(members.get(0).languages())
        .figure(missing.size())
        .done();
  }
}
