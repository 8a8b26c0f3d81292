package org.portolan.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.portolan.finding.SearchAddress;
import org.portolan.finding.SearchWords;
import org.portolan.finding.saved.Rhythm;
import org.portolan.finding.saved.SavedSearchRefused;
import org.portolan.finding.saved.SavedSearches;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;

/** The form by which a search is kept, whose parameters stand in its address. */
@Named
@RequestScoped
public class SaveSearchBean {
  private static final int NAME_SHOWN = 100;

  @Inject private SavedSearches searches;
  @Inject private SearchWords words;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private SearchAddress address;
  private String problem;
  private boolean sent;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    Map<String, String[]> given = external.getRequestParameterValuesMap();
    address =
        SearchAddress.of(name -> given.containsKey(name) ? List.of(given.get(name)) : null)
            .asKept();
    sent = ((HttpServletRequest) external.getRequest()).getMethod().equals("POST");
    if (sent) {
      try {
        searches.save(
            address,
            language.get(),
            parameters.typed("name"),
            SavedSearchesBean.rhythm(parameters));
        external.redirect(SavedSearchesBean.PAGE + "?done=saved");
      } catch (SavedSearchRefused e) {
        problem = e.reason();
      }
    }
  }

  /** What is kept, in words. */
  public String getWords() {
    return words.of(address, language.get());
  }

  /** Where the form is sent to: the search stays in its address. */
  public String getAction() {
    return SavedSearchesBean.PAGE + "/new?" + address.query();
  }

  /** The search itself. */
  public String getSearch() {
    return address.page(null);
  }

  /** What was typed, or what the search itself would be called. */
  public String getName() {
    if (sent) {
      return parameters.typed("name");
    }
    String name = getWords();
    return name.length() <= NAME_SHOWN
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME_SHOWN / 2)) + "…";
  }

  public List<Choice> getRhythms() {
    return SavedSearchesBean.choices(
        texts, sent ? SavedSearchesBean.rhythm(parameters) : Rhythm.WEEKLY);
  }

  /** The last part of a key of texts, or null. */
  public String getProblem() {
    return problem;
  }
}
