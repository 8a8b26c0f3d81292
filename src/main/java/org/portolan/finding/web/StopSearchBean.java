package org.portolan.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.portolan.finding.saved.Rhythm;
import org.portolan.finding.saved.SavedSearchView;
import org.portolan.finding.saved.SavedSearches;
import org.portolan.platform.i18n.CurrentLanguage;

/**
 * Where the links of letters lead by which they are stopped. Looking changes nothing: programs that
 * look through mail follow links.
 */
@Named
@RequestScoped
public class StopSearchBean {
  @Inject private SavedSearches searches;
  @Inject private CurrentLanguage language;

  private String token;
  private SavedSearchView search;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    external.setResponseHeader("Cache-Control", "no-store");
    external.setResponseHeader("Referrer-Policy", "no-referrer");
    token = request.getParameter("token");
    if (request.getMethod().equals("POST")) {
      searches.stop(token);
      external.redirect(
          "/search/stop?lang="
              + language.get().code()
              + "&token="
              + URLEncoder.encode(String.valueOf(token), StandardCharsets.UTF_8));
      return;
    }
    search = searches.ofLink(token).orElse(null);
  }

  public String getToken() {
    return token;
  }

  /** What the link is about; null where it is none of ours, or the search is kept no longer. */
  public SavedSearchView getSearch() {
    return search;
  }

  public boolean isStopped() {
    return search != null && search.rhythm() == Rhythm.NONE;
  }
}
