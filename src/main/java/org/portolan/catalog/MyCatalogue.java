package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.competency.Attained;
import org.portolan.competency.Attainments;
import org.portolan.competency.Competencies;
import org.portolan.competency.NeededCompetency;
import org.portolan.competency.ProfileSummary;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.people.ProfileEdit;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * The catalogue as it suits the person who asks: by the languages they read, what their job asks
 * for, where they serve and what they have behind them. The job is the one they choose, else the
 * one that their post is called like.
 */
@ApplicationScoped
public class MyCatalogue {
  private static final int MOST = 20;

  @Inject private Shelves shelves;
  @Inject private Competencies competencies;
  @Inject private Attainments attainments;
  @Inject private People people;
  @Inject private Profiles profiles;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private Instance<CompletedCourses> completed;
  @Inject private Clock clock;

  /**
   * Opens no transaction of its own: where the shelf has to be read anew, that takes one.
   *
   * @param job the code of a job profile, or null for the one they chose, else the one that suits
   *     the post
   */
  public OwnCatalogue of(String job, Language reader) {
    PersonSummary person = people.find(me.id()).orElseThrow();
    ProfileEdit own = profiles.of(me.id());
    Optional<ProfileSummary> chosen =
        Optional.ofNullable(job == null ? attainments.jobs(Set.of(me.id())).get(me.id()) : job)
            .flatMap(competencies::profile);
    Optional<ProfileSummary> profile =
        chosen.or(() -> new JobTitles(competencies.profiles()).calledLike(own.post()));
    Attained attained = attainments.of(Set.of(me.id())).getOrDefault(me.id(), Attained.NOTHING);
    Wishes wishes =
        new Wishes(
            person.language(),
            Wishes.read(own.levels()),
            profile.map(each -> needs(attained.lacking(each))).orElse(Map.of()),
            Optional.ofNullable(person.memberCode())
                .flatMap(directory::findMember)
                .map(MemberSummary::regionCode)
                .orElse(null),
            person.memberCode(),
            new Experience(attained.confirmed(), completed(), years(own)));
    List<FittingCourse> fitting = wishes.among(shelves.get().all(), MOST);
    return new OwnCatalogue(
        profile.map(ProfileSummary::code).orElse(null),
        chosen.isEmpty() && profile.isPresent(),
        fitting.stream()
            .map(
                fit ->
                    new OwnCatalogue.Suiting(Catalog.summary(fit.course(), reader), fit.reasons()))
            .toList());
  }

  private Set<String> completed() {
    return completed.isUnsatisfied() ? Set.of() : completed.get().of(me.id());
  }

  private Integer years(ProfileEdit own) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return own.inServiceSince().isEmpty()
        ? null
        : (int) ChronoUnit.YEARS.between(LocalDate.parse(own.inServiceSince()), today);
  }

  private static Map<String, Integer> needs(List<NeededCompetency> lacking) {
    return lacking.stream()
        .collect(Collectors.toMap(need -> need.competency().code(), need -> need.level().number()));
  }
}
