package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.seat.SeatRefused;

/** The desk of a National Coordinator: what waits for a decision. */
@Named
@RequestScoped
public class DecisionsBean {
  @Inject private EnrolmentService enrolment;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;
  @Inject private Clock clock;

  private List<ApplicationSummary> waiting;
  private List<String> instead;
  private long touched;
  private String reason = "";
  private String reasonError;
  private String trouble;
  private ApplicationSummary done;

  public void open() throws IOException {
    me.require();
    if (!me.holdsAny("coordinator")) {
      throw new NotAllowed();
    }
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST")) {
      decide(request, external);
      if (FacesContext.getCurrentInstance().getResponseComplete()) {
        return;
      }
    } else if (number(request.getParameter("done")) > 0) {
      done = decided(number(request.getParameter("done")));
    }
    waiting = enrolment.waitingForMe(language.get());
    instead = enrolment.decidedInstead();
  }

  private void decide(HttpServletRequest request, ExternalContext external) throws IOException {
    touched = number(request.getParameter("application"));
    String typed = request.getParameter("reason");
    reason = typed == null ? "" : typed;
    try {
      switch (String.valueOf(request.getParameter("decision"))) {
        case "approve" -> enrolment.approve(touched, reason);
        case "refuse" -> enrolment.refuse(touched, reason);
        default -> throw new NotFound("a decision of that name");
      }
      external.redirect("/desk/decisions?done=" + touched);
    } catch (SeatRefused refused) {
      trouble = refused.type();
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case REASON_NEEDED, TOO_LONG -> reasonError = refused.kind().type();
        default -> trouble = refused.kind().type();
      }
    }
  }

  /** What was decided a moment ago; an address somebody else made up shows nothing. */
  private ApplicationSummary decided(long id) {
    try {
      return enrolment.find(id, language.get()).summary();
    } catch (NotFound unknown) {
      return null;
    }
  }

  private static long number(String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  public List<ApplicationSummary> getWaiting() {
    return waiting;
  }

  /** Names of the Members for which somebody decides who is not their National Coordinator. */
  public String getInstead() {
    return instead.stream()
        .map(code -> directory.findMember(code).orElseThrow().name().in(language.get()))
        .collect(Collectors.joining(", "));
  }

  public boolean decides(ApplicationSummary application) {
    return enrolment.decides(application.memberCode());
  }

  public boolean overdue(ApplicationSummary application) {
    return application.overdue(clock.instant());
  }

  /** What was typed for an application and could not be taken; empty for the others. */
  public String reasonFor(ApplicationSummary application) {
    return application.id() == touched ? reason : "";
  }

  public String errorFor(ApplicationSummary application) {
    return application.id() == touched ? reasonError : null;
  }

  /** Type of what is wrong with the reason that was sent, or null. */
  public String getReasonError() {
    return reasonError;
  }

  /** Number of the application that was decided on just now. */
  public long getTouched() {
    return touched;
  }

  public String getTrouble() {
    return trouble;
  }

  public ApplicationSummary getDone() {
    return done;
  }
}
