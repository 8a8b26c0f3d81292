package org.portolan.competency.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencyGroup;
import org.portolan.competency.CompetencySummary;
import org.portolan.competency.ProfileFamily;
import org.portolan.competency.ProfileSummary;
import org.portolan.platform.i18n.CurrentLanguage;

/** The page of all competencies, with the job profiles beside them. */
@Named("competenciesPage")
@RequestScoped
public class CompetenciesBean {
  @Inject private Competencies competencies;
  @Inject private CurrentLanguage language;

  private List<Group> groups;
  private List<Family> families;

  @PostConstruct
  void read() {
    List<CompetencySummary> all = competencies.all();
    groups =
        Arrays.stream(CompetencyGroup.values())
            .map(
                group ->
                    new Group(
                        group.code(),
                        all.stream().filter(each -> each.group() == group).map(this::row).toList()))
            .toList();
    List<ProfileSummary> profiles = competencies.profiles();
    families =
        Arrays.stream(ProfileFamily.values())
            .map(
                family ->
                    new Family(
                        family.code(),
                        profiles.stream()
                            .filter(each -> each.family() == family)
                            .map(this::link)
                            .toList()))
            .toList();
  }

  public List<Group> getGroups() {
    return groups;
  }

  public List<Family> getFamilies() {
    return families;
  }

  private Row row(CompetencySummary each) {
    return new Row(
        each.code(), each.name().in(language.get()), each.description().in(language.get()));
  }

  private Link link(ProfileSummary each) {
    return new Link(each.code(), each.name().in(language.get()));
  }

  /** Competencies under one heading. */
  public record Group(String code, List<Row> rows) {}

  /** A competency in words. */
  public record Row(String code, String name, String description) {}

  /** Job profiles under one heading. */
  public record Family(String code, List<Link> profiles) {}

  /** The way to the page of a profile. */
  public record Link(String code, String name) {}
}
