package org.portolan.thesaurus.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.thesaurus.InvalidConcept;
import org.portolan.thesaurus.TermSuggestion;
import org.portolan.thesaurus.TermSuggestions;

/** Suggested terms, to take or to decline, and the way to everything else about the thesaurus. */
@Named
@RequestScoped
public class ThesaurusDeskBean {
  private static final Set<String> DONE = Set.of("saved", "accepted", "declined");

  @Inject private TermSuggestions suggestions;
  @Inject private ConceptNames names;
  @Inject private PageParameters parameters;

  private List<Row> rows;
  private boolean changed;
  private boolean invalid;

  /** A suggestion with the concepts that it may name. */
  public record Row(TermSuggestion suggestion, String direction, List<Choice> concepts) {}

  /** Shows them, or answers one and shows the others. */
  public void open() throws IOException {
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      String act = parameters.typed("act");
      try {
        answer(act);
        context.redirect("/desk/thesaurus?done=" + act);
        return;
      } catch (ChangedMeanwhile e) {
        changed = true;
      } catch (InvalidConcept e) {
        invalid = true;
      }
    }
    rows =
        suggestions.open().stream()
            .map(
                each ->
                    new Row(
                        each,
                        Language.of(each.language()).map(Language::direction).orElse("ltr"),
                        names.choices(Set.of(String.valueOf(each.concept())))))
            .toList();
  }

  private void answer(String act) throws InvalidConcept {
    long id = parameters.number("id", 0);
    int version = (int) parameters.number("version", -1);
    switch (act) {
      case "accepted" -> suggestions.accept(id, version, parameters.typed("concept"));
      case "declined" -> suggestions.decline(id, version);
      default -> throw new NotFound("a button " + act);
    }
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isChanged() {
    return changed;
  }

  public boolean isInvalid() {
    return invalid;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
