package org.portolan.competency.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.competency.AttainmentSummary;
import org.portolan.competency.Attainments;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencyGroup;
import org.portolan.competency.CompetencyLevel;
import org.portolan.competency.CompetencySummary;
import org.portolan.competency.NeededCompetency;
import org.portolan.competency.OwnCompetencies;
import org.portolan.competency.ProfileFamily;
import org.portolan.competency.ProfileSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.thesaurus.ThemeNames;

/** The page on which people say what they can, beside what their job asks for. */
@Named("ownCompetencies")
@RequestScoped
public class OwnCompetenciesBean {
  private static final String LEVEL = "level.";

  @Inject private PageParameters parameters;
  @Inject private Attainments attainments;
  @Inject private Competencies competencies;
  @Inject private ThemeNames themes;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private OwnCompetencies own;
  private Optional<ProfileSummary> job;
  private Map<String, String> typed = Map.of();
  private boolean changed;
  private boolean invalid;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      typed = Map.copyOf(external.getRequestParameterMap());
      if (save()) {
        external.redirect("/account/competencies?done=saved");
        return;
      }
    }
    own = attainments.mine();
    job = Optional.ofNullable(chosenJob()).flatMap(competencies::profile);
  }

  private boolean save() {
    Map<String, Integer> levels = new HashMap<>();
    typed.forEach(
        (name, value) -> {
          if (name.startsWith(LEVEL)) {
            levels.put(
                name.substring(LEVEL.length()), value.matches("\\d") ? value.charAt(0) - '0' : -1);
          }
        });
    try {
      attainments.state(parameters.get("job"), levels, parameters.number("version", 0));
      return true;
    } catch (ChangedMeanwhile e) {
      changed = true;
    } catch (IllegalArgumentException e) {
      invalid = true;
    }
    return false;
  }

  private String chosenJob() {
    String chosen = typed.get("job");
    return chosen == null ? own.job() : chosen.isEmpty() ? null : chosen;
  }

  public OwnCompetencies getOwn() {
    return own;
  }

  public boolean isSaved() {
    return "saved".equals(parameters.get("done"));
  }

  public boolean isChanged() {
    return changed;
  }

  public boolean isInvalid() {
    return invalid;
  }

  /** Job profiles under the headings of their families. */
  public List<Family> getJobs() {
    String chosen = chosenJob();
    List<ProfileSummary> all = competencies.profiles();
    return Arrays.stream(ProfileFamily.values())
        .map(
            family ->
                new Family(
                    texts.word("competency.family", family.code()),
                    all.stream()
                        .filter(profile -> profile.family() == family)
                        .map(
                            profile ->
                                new Choice(
                                    profile.code(),
                                    profile.name().in(language.get()),
                                    profile.code().equals(chosen)))
                        .toList()))
        .toList();
  }

  public String getJobName() {
    return job.map(found -> found.name().in(language.get())).orElse("");
  }

  /** What the job asks for, one by one. */
  public List<Row> getNeeds() {
    return job.stream()
        .flatMap(found -> found.needs().stream())
        .map(need -> row(need.competency(), need.level()))
        .toList();
  }

  /** How much of that is confirmed. */
  public int getMet() {
    return job.map(found -> found.needs().size() - own.attained().lacking(found).size()).orElse(0);
  }

  /** What they can beyond that. */
  public List<Row> getFurther() {
    return beyond().stream().filter(this::spokenOf).map(each -> row(each, null)).toList();
  }

  /** Everything else, under the headings of its groups. */
  public List<Group> getOthers() {
    List<CompetencySummary> rest = beyond().stream().filter(each -> !spokenOf(each)).toList();
    List<Group> groups = new ArrayList<>();
    for (CompetencyGroup group : CompetencyGroup.values()) {
      List<Row> rows =
          rest.stream().filter(each -> each.group() == group).map(each -> row(each, null)).toList();
      if (!rows.isEmpty()) {
        groups.add(new Group(group.code(), rows));
      }
    }
    return groups;
  }

  private List<CompetencySummary> beyond() {
    Set<String> needed =
        job.stream()
            .flatMap(found -> found.needs().stream())
            .map(NeededCompetency::competency)
            .map(CompetencySummary::code)
            .collect(Collectors.toSet());
    return competencies.all().stream().filter(each -> !needed.contains(each.code())).toList();
  }

  private boolean spokenOf(CompetencySummary competency) {
    return own.attained().confirmed(competency.code()) > 0
        || own.attained().stated(competency.code()) > 0;
  }

  private Row row(CompetencySummary competency, CompetencyLevel asked) {
    String code = competency.code();
    int confirmed = own.attained().confirmed(code);
    int stated = own.attained().stated(code);
    int least = asked == null ? 1 : asked.number();
    String state =
        confirmed >= least ? "met" : waits(code) ? "open" : asked == null ? "stated" : "gap";
    return new Row(
        code,
        competency.name().in(language.get()),
        asked == null ? "" : level(asked.number()),
        confirmed == 0 ? texts.get("competency.own.nothing") : level(confirmed),
        state,
        levels(typed.getOrDefault(LEVEL + code, Integer.toString(stated))),
        competency.themeCode(),
        themes.in(language.get(), competency.themeCode()));
  }

  private boolean waits(String code) {
    return own.all().stream().anyMatch(each -> each.asked() && each.competency().equals(code));
  }

  private List<Choice> levels(String chosen) {
    List<Choice> levels = new ArrayList<>();
    levels.add(new Choice("0", texts.get("competency.own.level.none"), "0".equals(chosen)));
    for (CompetencyLevel level : CompetencyLevel.values()) {
      String value = Integer.toString(level.number());
      levels.add(new Choice(value, level(level.number()), value.equals(chosen)));
    }
    return levels;
  }

  private String level(int number) {
    return LevelWords.of(texts, number);
  }

  /** What was said so far, the latest first. */
  public List<Said> getHistory() {
    Map<String, CompetencySummary> known =
        competencies.all().stream()
            .collect(Collectors.toMap(CompetencySummary::code, each -> each));
    return own.all().stream()
        .map(each -> said(each, known.get(each.competency()).name().in(language.get())))
        .toList();
  }

  private Said said(AttainmentSummary each, String competency) {
    return new Said(
        competency,
        each.level() == 0 ? texts.get("competency.own.nothing") : level(each.level()),
        texts.word("competency.source", each.source().code()),
        each.day(),
        each.inForce());
  }

  /** Job profiles under one heading. */
  public record Family(String name, List<Choice> jobs) {}

  /** Competencies under one heading. */
  public record Group(String code, List<Row> rows) {}

  /**
   * A competency and where its owner stands.
   *
   * @param asked by the job, in words; empty where it does not
   * @param state met, open (waits to be confirmed), stated or gap
   * @param theme the code of the theme of courses that teach it, or null
   */
  public record Row(
      String code,
      String name,
      String asked,
      String confirmed,
      String state,
      List<Choice> levels,
      String theme,
      String themeName) {}

  /** One thing that was said. */
  public record Said(
      String competency, String level, String source, LocalDate day, boolean inForce) {}
}
