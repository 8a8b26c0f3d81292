package org.portolan.competency.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.competency.Attainments;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencyLevel;
import org.portolan.competency.CompetencySummary;
import org.portolan.competency.OpenStatement;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** What officers say they can, for those who confirm it for their Member. */
@Named("statements")
@RequestScoped
public class StatementsBean {
  private static final Set<String> DONE = Set.of("confirmed", "refused", "gone");

  @Inject private PageParameters parameters;
  @Inject private Attainments attainments;
  @Inject private Competencies competencies;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private List<OpenStatement> waiting = List.of();
  private Map<String, CompetencySummary> known = Map.of();

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    long confirm = parameters.number("confirm", 0);
    long refuse = parameters.number("refuse", 0);
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")
        && confirm + refuse > 0) {
      external.redirect("/desk/people/competencies?done=" + assess(confirm, refuse));
      return;
    }
    waiting = attainments.waiting();
    known =
        competencies.all().stream()
            .collect(Collectors.toMap(CompetencySummary::code, each -> each));
  }

  private String assess(long confirm, long refuse) {
    try {
      if (refuse > 0) {
        attainments.assess(refuse, null);
        return "refused";
      }
      attainments.assess(
          confirm,
          CompetencyLevel.of((int) parameters.number("level", 0))
              .orElseThrow(() -> new NotFound("level")));
      return "confirmed";
    } catch (NotFound gone) {
      return "gone";
    }
  }

  public List<OpenStatement> getWaiting() {
    return waiting;
  }

  public String name(String competency) {
    return known.get(competency).name().in(language.get());
  }

  public String level(int number) {
    return LevelWords.of(texts, number);
  }

  public String member(String code) {
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  public List<Choice> levels(int chosen) {
    return Arrays.stream(CompetencyLevel.values())
        .map(
            level ->
                new Choice(
                    Integer.toString(level.number()),
                    level(level.number()),
                    level.number() == chosen))
        .toList();
  }

  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
