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
import java.util.List;
import java.util.stream.Collectors;
import org.portolan.finding.saved.Rhythm;
import org.portolan.finding.saved.SavedSearchView;
import org.portolan.finding.saved.SavedSearches;
import org.portolan.platform.i18n.CurrentLanguage;

/**
 * Where the links of letters lead by which they are stopped. Looking changes nothing: programs that
 * look through mail follow links. A form without our button comes from such a program, at the wish
 * of its owner (RFC 8058): it is answered at once and led nowhere.
 */
@Named
@RequestScoped
public class StopSearchBean {
  @Inject private SavedSearches searches;
  @Inject private CurrentLanguage language;

  private String token;
  private List<SavedSearchView> searchesOfLink = List.of();

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    external.setResponseHeader("Cache-Control", "no-store");
    external.setResponseHeader("Referrer-Policy", "no-referrer");
    token = request.getParameter("token");
    if (request.getMethod().equals("POST")) {
      searches.stop(token);
      if (request.getParameter("stop") != null) {
        external.redirect(
            "/search/stop?lang="
                + language.get().code()
                + "&token="
                + URLEncoder.encode(String.valueOf(token), StandardCharsets.UTF_8));
        return;
      }
    }
    searchesOfLink = searches.ofLink(token);
  }

  public String getToken() {
    return token;
  }

  /**
   * What the link is about, in words; null where it is none of ours, or no search is kept any more.
   */
  public String getNames() {
    return searchesOfLink.isEmpty()
        ? null
        : searchesOfLink.stream().map(SavedSearchView::name).collect(Collectors.joining(" · "));
  }

  public boolean isStopped() {
    return searchesOfLink.stream().allMatch(search -> search.rhythm() == Rhythm.NONE);
  }
}
