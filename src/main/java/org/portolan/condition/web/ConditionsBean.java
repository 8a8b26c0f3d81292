package org.portolan.condition.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portolan.catalog.Catalog;
import org.portolan.competency.Competencies;
import org.portolan.condition.ConditionsDesk;
import org.portolan.condition.ConditionsOfSession;
import org.portolan.condition.FlawedConditions;
import org.portolan.eligibility.Condition;
import org.portolan.eligibility.Eligibility;
import org.portolan.people.ProfileEdit;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The page on which a centre says who may apply for a session. */
@Named("conditionsPage")
@RequestScoped
public class ConditionsBean {
  @Inject private PageParameters parameters;
  @Inject private ConditionsDesk desk;
  @Inject private Competencies competencies;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private ConditionWords words;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private ConditionsOfSession of;
  private ConditionsForm form;
  private boolean changed;

  public void open() throws IOException {
    long id = parameters.number("id", 0);
    if (id == 0) {
      throw new NotFound("session");
    }
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      form = ConditionsForm.typed(parameters::typed);
      if (save(id)) {
        external.redirect("/desk/centre/session/" + id + "/conditions?done=saved");
        return;
      }
    }
    of = desk.find(id, language.get());
    if (form == null) {
      form = ConditionsForm.of(of.conditions());
    }
  }

  private boolean save(long id) {
    Eligibility wanted = form.conditions();
    if (wanted == null) {
      return false;
    }
    try {
      desk.save(id, (int) parameters.number("version", 0), wanted);
      return true;
    } catch (ChangedMeanwhile e) {
      changed = true;
    } catch (FlawedConditions e) {
      form.flaws(e.flaws());
    }
    return false;
  }

  public ConditionsOfSession getOf() {
    return of;
  }

  public ConditionsForm getForm() {
    return form;
  }

  public boolean isChanged() {
    return changed;
  }

  public boolean isSaved() {
    return "saved".equals(parameters.get("done"));
  }

  public List<Choice> kinds(String chosen) {
    return Arrays.stream(Condition.Kind.values())
        .map(
            kind ->
                new Choice(
                    kind.code(),
                    texts.word("condition.kind", kind.code()),
                    kind.code().equals(chosen)))
        .toList();
  }

  /** Codes that can be typed, with what they stand for. */
  public List<Choice> getKnown() {
    List<Choice> known = new ArrayList<>();
    competencies
        .all()
        .forEach(each -> known.add(choice(each.code(), each.name().in(language.get()))));
    catalog.all(language.get()).forEach(each -> known.add(choice(each.code(), each.title())));
    for (Language each : Language.values()) {
      known.add(choice(each.code(), words.languageName(each.code())));
    }
    ProfileEdit.OTHER_LANGUAGES.forEach(each -> known.add(choice(each, words.languageName(each))));
    competencies
        .profiles()
        .forEach(each -> known.add(choice(each.code(), each.name().in(language.get()))));
    directory
        .regions()
        .forEach(each -> known.add(choice(each.code(), each.name().in(language.get()))));
    directory
        .members()
        .forEach(each -> known.add(choice(each.code(), each.name().in(language.get()))));
    return known;
  }

  private static Choice choice(String code, String label) {
    return new Choice(code, label, false);
  }
}
