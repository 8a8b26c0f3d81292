package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.portolan.enrolment.ApplicationDetail;
import org.portolan.enrolment.ApplicationState;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;

/** The page of one application: its way so far, and what can be done now. */
@Named
@RequestScoped
public class ApplicationBean {
  @Inject private EnrolmentService enrolment;
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
        enrolment.withdraw(id);
        external.redirect("/applications/" + id + "?said=withdrawn");
        return;
      } catch (EnrolmentRefused refused) {
        trouble = refused.kind().type();
      }
    }
    detail = enrolment.find(id, language.get());
    String message = request.getParameter("said");
    said = "sent".equals(message) || "withdrawn".equals(message) ? message : null;
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

  public boolean isWithdrawable() {
    return detail.own() && detail.summary().withdrawable(clock.instant());
  }

  public boolean isRepeatable() {
    return detail.own()
        && detail.summary().state() == ApplicationState.WITHDRAWN
        && detail.summary().session().open(clock.instant());
  }

  public String getTrouble() {
    return trouble;
  }

  /** What was just done, told once: sent or withdrawn, else null. */
  public String getSaid() {
    return said;
  }
}
