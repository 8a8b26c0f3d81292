package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.portolan.approval.Approver;
import org.portolan.condition.EligibilityCheck;
import org.portolan.condition.NotEligible;
import org.portolan.eligibility.Verdict;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.enrolment.SupervisorConsents;
import org.portolan.people.SupervisorNamed;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.seat.Hindrance;
import org.portolan.seat.Prospect;
import org.portolan.seat.SeatRefused;

/** The page on which a person applies for a seat. */
@Named
@RequestScoped
public class ApplyBean {
  @Inject private EnrolmentService enrolment;
  @Inject private EligibilityCheck check;
  @Inject private SupervisorConsents supervisors;
  @Inject private HindranceWords hindrances;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Clock clock;

  private OfferedSession session;
  private String motivation = "";
  private String motivationError;
  private String supervisorName = "";
  private String supervisorEmail = "";
  private String supervisorError;
  private String trouble;
  private Verdict verdict;
  private Prospect prospect;

  public void open() throws IOException {
    me.require();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    session = enrolment.session(request.getParameter("session"), language.get());
    verdict = check.mine(session.occasion(clock.instant()));
    if (request.getMethod().equals("POST")) {
      supervisorName = typed(request, "supervisorName");
      supervisorEmail = typed(request, "supervisorEmail");
      send(typed(request, "motivation"), external);
      return;
    }
    if (isAsksSupervisor()) {
      SupervisorNamed usual = supervisors.usual();
      supervisorName = usual.name();
      supervisorEmail = usual.email();
    }
    Optional<Long> standing = enrolment.myStanding(session.id());
    if (standing.isPresent()) {
      external.redirect("/applications/" + standing.get());
    } else if (!session.applying(clock.instant())) {
      trouble = EnrolmentRefused.Kind.CLOSED.type();
    } else {
      trouble = getProspect().refusal().map(SeatRefused.Kind::type).orElse(null);
    }
  }

  private void send(String typed, ExternalContext external) throws IOException {
    motivation = typed;
    try {
      external.redirect(
          "/applications/"
              + enrolment.apply(session.id(), motivation, supervisorName, supervisorEmail).id()
              + "?said=sent");
    } catch (NotEligible refused) {
      verdict = refused.verdict();
    } catch (SeatRefused refused) {
      trouble = refused.type();
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case MOTIVATION_NEEDED, TOO_LONG -> motivationError = refused.kind().type();
        case SUPERVISOR_NEEDED, SUPERVISOR_WRONG, SUPERVISOR_SELF ->
            supervisorError = refused.kind().type();
        default -> trouble = refused.kind().type();
      }
    }
  }

  private static String typed(HttpServletRequest request, String field) {
    String typed = request.getParameter(field);
    return typed == null ? "" : typed;
  }

  /** Whether the supervisor of the applicant is asked. */
  public boolean isAsksSupervisor() {
    return session.chain().asks(Approver.SUPERVISOR);
  }

  public String getSupervisorName() {
    return supervisorName;
  }

  public String getSupervisorEmail() {
    return supervisorEmail;
  }

  /** Type of what is wrong with the supervisor that was named, or null. */
  public String getSupervisorError() {
    return supervisorError;
  }

  public OfferedSession getSession() {
    return session;
  }

  /** Whether the last day for applications is over. */
  public boolean isClosed() {
    return session.closed(clock.instant());
  }

  /** What its reader meets of the conditions of the session. */
  public Verdict getVerdict() {
    return verdict;
  }

  /** Whether there is something to fill in: what was typed is shown whatever came of it. */
  public boolean isForm() {
    return !EnrolmentRefused.Kind.CLOSED.type().equals(trouble)
        && (verdict.eligible() && trouble == null || !motivation.isEmpty());
  }

  /** What would come of the application, as things stand. */
  public Prospect getProspect() {
    if (prospect == null) {
      prospect = enrolment.prospect(session.id());
    }
    return prospect;
  }

  /** Which rule keeps this officer from the seats that are left, in a sentence, or null. */
  public String getHindrance() {
    return getProspect()
        .hindrance()
        .filter(why -> why.kind() != Hindrance.Kind.FULL)
        .map(why -> hindrances.sentence("enrolment.why.now", why))
        .orElse(null);
  }

  public String getMotivation() {
    return motivation;
  }

  /** Type of what is wrong with the motivation, or null. */
  public String getMotivationError() {
    return motivationError;
  }

  /** Type of what stands in the way of applying at all, or null. */
  public String getTrouble() {
    return trouble;
  }
}
