package org.portolan.competency.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencyLevel;
import org.portolan.competency.CompetencySummary;
import org.portolan.competency.NeededCompetency;
import org.portolan.competency.ProfileSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.thesaurus.ThemeNames;

/** The page of a job profile: what the job asks for, and where to learn it. */
@Named("jobProfilePage")
@RequestScoped
public class ProfileBean {
  @Inject private PageParameters parameters;
  @Inject private Competencies competencies;
  @Inject private ThemeNames themes;
  @Inject private CurrentLanguage language;

  private ProfileSummary profile;
  private List<Need> needs;

  @PostConstruct
  void read() {
    String code = parameters.get("code");
    profile =
        Optional.ofNullable(code)
            .flatMap(competencies::profile)
            .orElseThrow(() -> new NotFound("job profile " + code));
    needs = profile.needs().stream().map(this::need).toList();
  }

  public String getName() {
    return profile.name().in(language.get());
  }

  public String getFamily() {
    return profile.family().code();
  }

  public List<Need> getNeeds() {
    return needs;
  }

  /** How many levels there are. */
  public int getHighest() {
    return CompetencyLevel.EXPERT.number();
  }

  private Need need(NeededCompetency needed) {
    CompetencySummary competency = needed.competency();
    return new Need(
        competency.code(),
        competency.name().in(language.get()),
        competency.description().in(language.get()),
        needed.level().number(),
        needed.level().code(),
        competency.themeCode(),
        themes.in(language.get(), competency.themeCode()));
  }

  /**
   * What the job asks for, in words.
   *
   * @param theme the code of the theme of courses that teach it, or null
   */
  public record Need(
      String code,
      String name,
      String description,
      int level,
      String levelCode,
      String theme,
      String themeName) {}
}
