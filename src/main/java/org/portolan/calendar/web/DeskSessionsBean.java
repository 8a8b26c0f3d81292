package org.portolan.calendar.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.SessionSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.PageParameters;

/** The sessions of the centres for which somebody works. */
@Named("deskSessions")
@RequestScoped
public class DeskSessionsBean {
  private static final Set<String> DONE = Set.of("draft", "published", "saved", "cancelled");

  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private CurrentLanguage language;

  private Set<String> centres;
  private List<SessionSummary> sessions;

  @PostConstruct
  void read() {
    centres = calendar.myCentres();
    if (centres.isEmpty()) {
      throw new NotAllowed();
    }
    sessions = calendar.ofMyCentres(language.get());
  }

  public List<SessionSummary> getSessions() {
    return sessions;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  public boolean isManyCentres() {
    return centres.size() > 1;
  }

  public boolean changeable(SessionSummary session) {
    return session.facts().state() != SessionState.CANCELLED;
  }

  public boolean seen(SessionSummary session) {
    return session.facts().state() != SessionState.DRAFT;
  }
}
