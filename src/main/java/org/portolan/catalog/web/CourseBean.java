package org.portolan.catalog.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;
import org.portolan.catalog.CourseDetail;
import org.portolan.catalog.GivenCompetency;
import org.portolan.catalog.Themes;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencyLevel;
import org.portolan.competency.CompetencySummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The page of a course, with the sessions that it has ahead. */
@Named("coursePage")
@RequestScoped
public class CourseBean {
  @Inject private PageParameters parameters;
  @Inject private Catalog catalog;
  @Inject private Themes themes;
  @Inject private Competencies competencies;
  @Inject private Directory directory;
  @Inject private Instance<ComingSessions> sessions;
  @Inject private CurrentLanguage language;
  @Inject private Installation installation;

  private CourseDetail course;
  private List<ComingSession> coming = List.of();
  private List<Given> gives;

  @PostConstruct
  void read() {
    String code = parameters.get("code");
    // a reader may want one text in another language without changing the language of all pages
    Language wanted = Language.of(String.valueOf(parameters.get("in"))).orElse(language.get());
    course =
        catalog
            .find(code == null ? "" : code, wanted)
            .orElseThrow(() -> new NotFound("course " + code));
    if (!sessions.isUnsatisfied()) {
      long id = course.facts().id();
      coming = sessions.get().coming(List.of(id)).getOrDefault(id, List.of());
    }
    Map<String, CompetencySummary> known =
        competencies.all().stream()
            .collect(Collectors.toMap(CompetencySummary::code, Function.identity()));
    gives = course.gives().stream().map(each -> given(each, known.get(each.code()))).toList();
  }

  public CourseDetail getCourse() {
    return course;
  }

  public List<ComingSession> getComing() {
    return coming;
  }

  /** There is no text in the reader's language. */
  public boolean isForeign() {
    return !course.languages().contains(language.getCode());
  }

  /** In which direction the text runs. */
  public String getDirection() {
    return Language.of(course.words().language()).map(Language::direction).orElse("ltr");
  }

  /** The language of the newest text, where the one that is shown is behind it; else null. */
  public String getNewer() {
    return course.stale() ? course.masterLanguage() : null;
  }

  /** The themes in words, the one under which the course is filed first. */
  public List<Choice> getThemes() {
    return course.themes().stream().map(code -> new Choice(code, theme(code), false)).toList();
  }

  private String theme(String code) {
    return themes.find(code).map(theme -> theme.name().in(language.get())).orElse(code);
  }

  public String getRegion() {
    return directory
        .findRegion(course.facts().regionCode())
        .map(region -> region.name().in(language.get()))
        .orElse(course.facts().regionCode());
  }

  /** Whose catalogue it is where it is that of a region or Member; else null. */
  public String getCatalogueOf() {
    return switch (course.catalogue()) {
      case GLOBAL -> null;
      case REGION -> getRegion();
      case MEMBER ->
          directory
              .findMember(String.valueOf(course.memberCode()))
              .map(member -> member.name().in(language.get()))
              .orElse(null);
    };
  }

  /** Who pays for it, or null. */
  public String getSponsor() {
    return course.sponsorCode() == null
        ? null
        : directory
            .findBody(course.sponsorCode())
            .map(body -> body.name().in(language.get()))
            .orElse(course.sponsorCode());
  }

  public List<Given> getGives() {
    return gives;
  }

  /** How many levels of a competency there are. */
  public int getHighest() {
    return CompetencyLevel.EXPERT.number();
  }

  public String centre(String code) {
    return directory.findCentre(code).map(centre -> centre.name().in(language.get())).orElse(code);
  }

  /** The address under which everybody reaches this page. */
  public String getAddress() {
    return installation.baseUrl() + "/catalog/" + course.facts().code();
  }

  /** What programs that look for courses read of this page. */
  public String getMarkup() {
    return new CourseMarkup(installation.baseUrl())
        .script(
            course,
            gives.stream().map(Given::name).toList(),
            this::centre,
            centre -> directory.findCentre(centre).map(found -> found.city()).orElse(null),
            coming);
  }

  private Given given(GivenCompetency given, CompetencySummary known) {
    return new Given(
        given.code(),
        known == null ? given.code() : known.name().in(language.get()),
        known == null ? "" : known.description().in(language.get()),
        given.level(),
        CompetencyLevel.of(given.level()).orElseThrow().code());
  }

  /** A competency that the course gives, in words. */
  public record Given(String code, String name, String description, int level, String levelCode) {}
}
