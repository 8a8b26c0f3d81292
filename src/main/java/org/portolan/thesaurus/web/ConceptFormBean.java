package org.portolan.thesaurus.web;

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
import java.util.Map;
import java.util.Set;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.thesaurus.ConceptEdit;
import org.portolan.thesaurus.InvalidConcept;
import org.portolan.thesaurus.KeptThesaurus;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermKind;
import org.portolan.thesaurus.ThemeNames;
import org.portolan.thesaurus.Thesaurus;

/** The form of a concept: its terms in all languages, and what stands next to it. */
@Named
@RequestScoped
public class ConceptFormBean {
  @Inject private KeptThesaurus thesaurus;
  @Inject private Thesaurus editing;
  @Inject private ConceptNames names;
  @Inject private ThemeNames themes;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private HistoryLines lines;

  private String code;
  private ConceptEdit edit;
  private int version;
  private Map<String, String> problems = Map.of();
  private boolean changed;
  private List<HistoryLines.Line> history;

  /** The fields of one language. */
  public record Fields(Language language, String preferred, String alternative, String acronym) {}

  /** Shows it, or keeps what was sent and goes to its page. */
  public void open() throws IOException {
    code = parameters.get("code");
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    editing.require();
    int now = code == null ? 0 : editing.open(code);
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      version = (int) parameters.number("version", -1);
      edit = sent();
      try {
        if (code == null) {
          editing.add(edit);
        } else {
          editing.change(version, edit);
        }
        context.redirect("/desk/thesaurus?done=saved&of=" + edit.code());
        return;
      } catch (InvalidConcept e) {
        problems = e.problems();
      } catch (ChangedMeanwhile e) {
        changed = true;
        // whoever has been told and saves again has decided
        version = now;
      }
    } else if (code == null) {
      edit = new ConceptEdit("", parameters.get("broader"), "", List.of(), Set.of());
    } else {
      version = now;
      String wanted = code;
      edit =
          ConceptEdit.of(
              thesaurus.get().find(code).orElseThrow(() -> new NotFound("concept " + wanted)));
    }
  }

  private ConceptEdit sent() {
    List<Term> terms = new ArrayList<>();
    for (Language each : Language.values()) {
      for (TermKind kind : TermKind.values()) {
        for (String text : parameters.typed(kind.code() + "-" + each.code()).split("\\R")) {
          terms.add(new Term(each.code(), kind, text));
        }
      }
    }
    return new ConceptEdit(
        code == null ? parameters.typed("as") : code,
        parameters.typed("broader"),
        parameters.typed("theme"),
        terms,
        parameters.all("related"));
  }

  public List<Fields> getFields() {
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Fields(
                    each,
                    lines(each, TermKind.PREFERRED),
                    lines(each, TermKind.ALTERNATIVE),
                    lines(each, TermKind.ACRONYM)))
        .toList();
  }

  private String lines(Language of, TermKind kind) {
    return String.join("\n", edit.texts(of, kind));
  }

  public String getCode() {
    return code;
  }

  public ConceptEdit getEdit() {
    return edit;
  }

  public int getVersion() {
    return version;
  }

  public boolean isChanged() {
    return changed;
  }

  /** What is wrong with a field in words, or empty. */
  public String problem(String field) {
    String problem = problems.get(field);
    return problem == null ? "" : texts.get("thesaurus.problem." + field + "." + problem);
  }

  public List<Choice> getBroader() {
    return names.choices(Set.of(edit.broader()));
  }

  public List<Choice> getRelated() {
    return names.choices(edit.related());
  }

  public List<Choice> getThemes() {
    return themes.codes().stream()
        .map(each -> new Choice(each, themes.in(language.get(), each), each.equals(edit.theme())))
        .toList();
  }

  /** What was done to the concept; empty for a new one. */
  public List<HistoryLines.Line> getHistory() {
    if (history == null) {
      history = code == null ? List.of() : lines.of(editing.history(code));
    }
    return history;
  }
}
