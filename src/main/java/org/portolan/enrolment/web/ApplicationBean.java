package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.completion.CompletionResult;
import org.portolan.completion.Completions;
import org.portolan.enrolment.ApplicationDetail;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.SupervisorConsents;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.SeatRefused;

/** The page of one application: its way so far, and what can be done now. */
@Named
@RequestScoped
public class ApplicationBean {
  private static final Set<String> SAID =
      Set.of("sent", "withdrawn", "accepted", "declined", "asked", "changed", "changed-asked");
  private static final Set<ApplicationState> AGAIN =
      Set.of(ApplicationState.WITHDRAWN, ApplicationState.DECLINED, ApplicationState.LAPSED);

  @Inject private EnrolmentService enrolment;
  @Inject private SupervisorConsents supervisors;
  @Inject private Completions completions;
  @Inject private CurrentPerson me;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Clock clock;

  private ApplicationDetail detail;
  private String trouble;
  private String said;

  public void open() throws IOException {
    me.require();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String number = request.getParameter("id");
    if (number == null || !number.matches("\\d{1,18}")) {
      throw new NotFound("application");
    }
    long id = Long.parseLong(number);
    if (request.getMethod().equals("POST")) {
      try {
        external.redirect("/applications/" + id + "?said=" + act(id, request));
        return;
      } catch (EnrolmentRefused | SeatRefused refused) {
        trouble = refused.type();
      }
    }
    detail = enrolment.find(id, language.get());
    String message = request.getParameter("said");
    said = message != null && SAID.contains(message) ? message : null;
  }

  /** Does what the form asks for, and answers what was done. */
  private String act(long id, HttpServletRequest request) {
    if (request.getParameter("accept") != null) {
      enrolment.accept(id);
      return "accepted";
    }
    if (request.getParameter("decline") != null) {
      enrolment.decline(id);
      return "declined";
    }
    if (request.getParameter("supervisor") != null) {
      supervisors.askAnother(
          id, request.getParameter("supervisorName"), request.getParameter("supervisorEmail"));
      return "asked";
    }
    enrolment.withdraw(id);
    return "withdrawn";
  }

  /** Whether a seat is offered that can still be taken. */
  public boolean isOffered() {
    Instant until = detail.summary().offeredUntil();
    return detail.own() && until != null && clock.instant().isBefore(until);
  }

  public ApplicationDetail getDetail() {
    return detail;
  }

  /** The administration as whose officer it was made, where they left it since, or nothing. */
  public String getFormerAdministration() {
    String made = detail.summary().memberCode();
    return detail.own() && made != null && !made.equals(me.require().memberCode())
        ? directory.findMember(made).map(found -> found.name().in(language.get())).orElse(made)
        : "";
  }

  public boolean isChangeable() {
    return detail.changeable(clock.instant());
  }

  public boolean isWithdrawable() {
    return detail.withdrawable(clock.instant());
  }

  /** Whether the supervisor is asked first, so that another one can be named. */
  public boolean isSupervisorAsked() {
    Ask ask = detail.summary().ask();
    return detail.own()
        && ask != null
        && ask.approver() == Approver.SUPERVISOR
        && detail.again() == null
        && detail.summary().supervisor() != null;
  }

  /** Whether attendance can be confirmed. */
  public boolean isCompleted() {
    ApplicationSummary it = detail.summary();
    return it.state() == ApplicationState.APPROVED
        && !it.session().cancelled()
        && completions.ofSession(it.session().id()).get(it.personId())
            == CompletionResult.COMPLETED;
  }

  public boolean isRepeatable() {
    return detail.own()
        && AGAIN.contains(detail.summary().state())
        && detail.summary().session().applying(clock.instant());
  }

  public String getTrouble() {
    return trouble;
  }

  /** What was just done, told once: sent, withdrawn, accepted or declined, else null. */
  public String getSaid() {
    return said;
  }
}
