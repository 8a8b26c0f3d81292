package org.portolan.interest.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.interest.Interests;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.PageParameters;

/**
 * The page, and the button on the page of a session, by which somebody says that they would come.
 */
@Named("interestPage")
@RequestScoped
public class InterestBean {
  @Inject private PageParameters parameters;
  @Inject private Interests interests;
  @Inject private CurrentLanguage language;

  private SessionSummary session;
  private Boolean mine;

  public void open() throws IOException {
    long id = parameters.number("id", 0);
    session = interests.session(id, language.get());
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      String done = "taken-back";
      if ("back".equals(parameters.get("act"))) {
        interests.takeBack(id);
      } else {
        done = interests.say(id) ? "interested" : "late";
      }
      external.redirect("/calendar/session/" + id + "?said=" + done);
    }
  }

  public SessionSummary getSession() {
    return session;
  }

  /** Whether the session collects interest. */
  public boolean isAsked() {
    return asked(session);
  }

  public boolean asked(SessionSummary of) {
    return of.facts().undated() && of.facts().state() == SessionState.PUBLISHED;
  }

  /** Whether the reader would come. */
  public boolean mine(long id) {
    if (mine == null) {
      mine = interests.mine(id);
    }
    return mine;
  }

  /** What was done a moment ago, as the last part of a key of texts; else null. */
  public String getSaid() {
    String said = parameters.get("said");
    return said != null && said.matches("interested|taken-back|late") ? said : null;
  }
}
