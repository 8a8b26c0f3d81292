package org.portolan.catalog.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;
import org.portolan.catalog.CourseSummary;
import org.portolan.catalog.FittingReason;
import org.portolan.catalog.MyCatalogue;
import org.portolan.catalog.OwnCatalogue;
import org.portolan.competency.Competencies;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;

/** The courses that suit the person who asks, each with the reasons. */
@Named("minePage")
@RequestScoped
public class MineBean {
  @Inject private MyCatalogue mine;
  @Inject private PageParameters parameters;
  @Inject private Competencies competencies;
  @Inject private Instance<ComingSessions> sessions;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Formats formats;

  private OwnCatalogue own;
  private List<Row> rows;

  @PostConstruct
  void read() {
    own = mine.of(parameters.get("profile"), language.get());
    List<Long> ids = own.courses().stream().map(each -> each.course().facts().id()).toList();
    Map<Long, ComingSession> next =
        ids.isEmpty() || sessions.isUnsatisfied() ? Map.of() : sessions.get().next(ids);
    rows =
        own.courses().stream()
            .map(
                each ->
                    new Row(
                        each.course(),
                        each.reasons().stream().map(this::inWords).toList(),
                        next.get(each.course().facts().id())))
            .toList();
  }

  private String inWords(FittingReason reason) {
    return switch (reason.kind()) {
      case "need" ->
          texts.of3(
              "catalog.mine.need", competency(reason.code()), reason.level(), reason.needed());
      case "language" -> texts.of("catalog.mine.language", formats.languageName(reason.code()));
      case "level" -> texts.get("catalog.mine.level." + reason.code());
      case "audience" -> texts.get("catalog.mine.audience." + reason.code());
      default -> texts.get("catalog.mine.catalogue." + reason.code());
    };
  }

  private String competency(String code) {
    return competencies.all().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .map(each -> each.name().in(language.get()))
        .orElse(code);
  }

  public List<Row> getRows() {
    return rows;
  }

  /** Whether the job was told from the post. */
  public boolean isGuessed() {
    return own.guessed();
  }

  /** Whether no job is known, so that only language and catalogue count. */
  public boolean isJobless() {
    return own.profile() == null;
  }

  public List<Choice> getProfiles() {
    return competencies.profiles().stream()
        .map(
            profile ->
                new Choice(
                    profile.code(),
                    profile.name().in(language.get()),
                    profile.code().equals(own.profile())))
        .toList();
  }

  /** A course, why it is shown, and its next session or null. */
  public record Row(CourseSummary course, List<String> reasons, ComingSession next) {}
}
