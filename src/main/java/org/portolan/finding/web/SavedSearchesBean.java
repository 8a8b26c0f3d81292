package org.portolan.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.portolan.finding.SearchWords;
import org.portolan.finding.saved.Rhythm;
import org.portolan.finding.saved.SavedSearchRefused;
import org.portolan.finding.saved.SavedSearchView;
import org.portolan.finding.saved.SavedSearches;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;

/** The searches that somebody keeps: how often they are told of each, and what it is called. */
@Named
@RequestScoped
public class SavedSearchesBean {
  static final String PAGE = "/my/searches";
  private static final Set<String> DONE = Set.of("saved", "changed", "removed");

  @Inject private SavedSearches searches;
  @Inject private SearchWords words;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private List<SavedSearchView> all;
  private String problem;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      take(external);
      if (FacesContext.getCurrentInstance().getResponseComplete()) {
        return;
      }
    }
    all = searches.mine();
  }

  private void take(ExternalContext external) throws IOException {
    long id = parameters.number("id", 0);
    int version = (int) parameters.number("version", -1);
    String act = parameters.typed("act");
    try {
      if (act.equals("remove")) {
        searches.remove(id, version);
      } else {
        searches.change(id, version, parameters.typed("name"), rhythm(parameters));
      }
      external.redirect(PAGE + "?done=" + (act.equals("remove") ? "removed" : "changed"));
    } catch (SavedSearchRefused e) {
      problem = e.reason();
    } catch (ChangedMeanwhile e) {
      problem = "changed";
    }
  }

  static Rhythm rhythm(PageParameters parameters) {
    return Rhythm.of(parameters.typed("rhythm")).orElse(Rhythm.NONE);
  }

  public List<SavedSearchView> getAll() {
    return all;
  }

  /** What a search asks for, in words. */
  public String words(SavedSearchView search) {
    return words.of(search.address(), language.get());
  }

  public List<Choice> rhythms(SavedSearchView search) {
    return choices(texts, search.rhythm());
  }

  static List<Choice> choices(Texts texts, Rhythm chosen) {
    return Arrays.stream(Rhythm.values())
        .map(
            each ->
                new Choice(
                    each.code(), texts.word("finding.saved.rhythm", each.code()), each == chosen))
        .toList();
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return problem == null && done != null && DONE.contains(done) ? done : null;
  }

  /** The last part of a key of texts, or null. */
  public String getProblem() {
    return problem;
  }
}
