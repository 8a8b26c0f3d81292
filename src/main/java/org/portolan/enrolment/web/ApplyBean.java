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
import org.portolan.condition.EligibilityCheck;
import org.portolan.condition.NotEligible;
import org.portolan.eligibility.Verdict;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.seat.SeatRefused;

/** The page on which a person applies for a seat. */
@Named
@RequestScoped
public class ApplyBean {
  @Inject private EnrolmentService enrolment;
  @Inject private EligibilityCheck check;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Clock clock;

  private OfferedSession session;
  private String motivation = "";
  private String motivationError;
  private String trouble;
  private Verdict verdict;

  public void open() throws IOException {
    me.require();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    session = enrolment.session(request.getParameter("session"), language.get());
    verdict = check.mine(session.occasion());
    if (request.getMethod().equals("POST")) {
      send(request.getParameter("motivation"), external);
      return;
    }
    Optional<Long> standing = enrolment.myStanding(session.id());
    if (standing.isPresent()) {
      external.redirect("/applications/" + standing.get());
    } else if (!session.open(clock.instant())) {
      trouble = EnrolmentRefused.Kind.CLOSED.type();
    } else if (session.full() && !session.queueOpen()) {
      trouble = SeatRefused.Kind.SESSION_FULL.type();
    }
  }

  private void send(String typed, ExternalContext external) throws IOException {
    motivation = typed == null ? "" : typed;
    try {
      external.redirect(
          "/applications/" + enrolment.apply(session.id(), motivation).id() + "?said=sent");
    } catch (NotEligible refused) {
      verdict = refused.verdict();
    } catch (SeatRefused refused) {
      trouble = refused.type();
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case MOTIVATION_NEEDED, TOO_LONG -> motivationError = refused.kind().type();
        default -> trouble = refused.kind().type();
      }
    }
  }

  public OfferedSession getSession() {
    return session;
  }

  /** What its reader meets of the conditions of the session. */
  public Verdict getVerdict() {
    return verdict;
  }

  /** Whether there is something to fill in: what was typed is shown whatever came of it. */
  public boolean isForm() {
    return !EnrolmentRefused.Kind.CLOSED.type().equals(trouble)
        && (verdict.eligible() || !motivation.isEmpty());
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
