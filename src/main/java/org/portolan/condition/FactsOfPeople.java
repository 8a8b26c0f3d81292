package org.portolan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.portolan.competency.Attained;
import org.portolan.competency.Attainments;
import org.portolan.completion.Completions;
import org.portolan.eligibility.Engagement;
import org.portolan.eligibility.Fact;
import org.portolan.eligibility.Facts;
import org.portolan.eligibility.LanguageLevel;
import org.portolan.people.PostAndLanguages;
import org.portolan.people.Profiles;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * Gathers what is known of people, many at a time: one statement for each kind of fact that is
 * needed, however many people there are, and none where nothing is.
 */
@ApplicationScoped
public class FactsOfPeople {
  @Inject private Attainments attainments;
  @Inject private Completions completions;
  @Inject private Profiles profiles;
  @Inject private Engagements engagements;
  @Inject private Directory directory;

  /**
   * By person; asked for by those entitled.
   *
   * @param members code of the administration by person, null where they have none
   * @param needs what has to be known
   */
  @Transactional
  public Map<Long, Facts> of(Map<Long, String> members, Set<Fact> needs) {
    Set<Long> people = members.keySet();
    Map<Long, Attained> attained = asked(needs, Fact.COMPETENCIES, () -> attainments.of(people));
    Map<Long, Map<String, LocalDate>> completed =
        asked(needs, Fact.COURSES, () -> completions.completed(people));
    Map<Long, PostAndLanguages> said =
        asked(needs, Fact.PROFILE, () -> profiles.postsAndLanguages(people));
    Map<Long, String> jobs = asked(needs, Fact.JOB, () -> attainments.jobs(people));
    Map<Long, List<Engagement>> applied =
        asked(needs, Fact.ENGAGEMENTS, () -> engagements.of(people));
    Map<Long, Facts> facts = new HashMap<>();
    members.forEach(
        (person, member) -> {
          Attained has = attained.getOrDefault(person, Attained.NOTHING);
          PostAndLanguages profile = said.getOrDefault(person, PostAndLanguages.UNSAID);
          facts.put(
              person,
              new Facts(
                  member,
                  member == null ? null : region(member),
                  jobs.get(person),
                  has.confirmed(),
                  has.stated(),
                  completed.getOrDefault(person, Map.of()),
                  profile.inPostSince(),
                  levels(profile.levels()),
                  applied.getOrDefault(person, List.of())));
        });
    return facts;
  }

  private static <T> Map<Long, T> asked(Set<Fact> needs, Fact fact, Supplier<Map<Long, T>> answer) {
    return needs.contains(fact) ? answer.get() : Map.of();
  }

  private String region(String member) {
    return directory.findMember(member).map(MemberSummary::regionCode).orElse(null);
  }

  private static Map<String, LanguageLevel> levels(Map<String, String> said) {
    Map<String, LanguageLevel> levels = new HashMap<>();
    said.forEach(
        (language, level) ->
            LanguageLevel.of(level).ifPresent(known -> levels.put(language, known)));
    return levels;
  }
}
