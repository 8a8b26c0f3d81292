package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.portolan.enrolment.ApplicationChanges;
import org.portolan.enrolment.ChangeForm;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.Supervisor;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;

/** The page on which an applicant changes their application, and sees who is asked again then. */
@Named
@RequestScoped
public class ChangeBean {
  @Inject private ApplicationChanges changes;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private long id;
  private ChangeForm form;
  private String motivation;
  private String supervisorName = "";
  private String supervisorEmail = "";
  private String motivationError;
  private String supervisorError;
  private String trouble;

  public void open() throws IOException {
    me.require();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    id = number(request.getParameter("id"));
    if (id == 0) {
      throw new NotFound("application");
    }
    if (request.getMethod().equals("POST")) {
      send(request, external);
      if (FacesContext.getCurrentInstance().getResponseComplete()) {
        return;
      }
    }
    try {
      form = changes.form(id, language.get());
    } catch (EnrolmentRefused refused) {
      trouble = refused.kind().type();
      return;
    }
    if (motivation == null) {
      motivation = form.application().motivation();
      Supervisor supervisor = form.application().supervisor();
      supervisorName = supervisor == null ? "" : supervisor.name();
      supervisorEmail = supervisor == null ? "" : supervisor.email();
    }
  }

  private void send(HttpServletRequest request, ExternalContext external) throws IOException {
    motivation = typed(request, "motivation");
    supervisorName = typed(request, "supervisorName");
    supervisorEmail = typed(request, "supervisorEmail");
    try {
      boolean asked =
          !changes
              .change(
                  id,
                  (int) number(request.getParameter("version")),
                  motivation,
                  supervisorName,
                  supervisorEmail)
              .isEmpty();
      external.redirect("/applications/" + id + "?said=" + (asked ? "changed-asked" : "changed"));
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case MOTIVATION_NEEDED, TOO_LONG -> motivationError = refused.kind().type();
        case SUPERVISOR_NEEDED, SUPERVISOR_WRONG, SUPERVISOR_SELF ->
            supervisorError = refused.kind().type();
        default -> trouble = refused.kind().type();
      }
    }
  }

  private static long number(String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  private static String typed(HttpServletRequest request, String field) {
    String typed = request.getParameter(field);
    return typed == null ? "" : typed;
  }

  public long getId() {
    return id;
  }

  /** What may be changed; null where nothing may. */
  public ChangeForm getForm() {
    return form;
  }

  /** Who is asked again where the motivation changes. */
  public String getAskedForMotivation() {
    return form.askedForMotivation().stream()
        .map(each -> texts.word("enrolment.approver", each.code()))
        .collect(Collectors.joining(language.get() == Language.AR ? "، " : ", "));
  }

  public String getMotivation() {
    return motivation;
  }

  public String getSupervisorName() {
    return supervisorName;
  }

  public String getSupervisorEmail() {
    return supervisorEmail;
  }

  /** Type of what is wrong with the motivation, or null. */
  public String getMotivationError() {
    return motivationError;
  }

  /** Type of what is wrong with the supervisor that was named, or null. */
  public String getSupervisorError() {
    return supervisorError;
  }

  /** Type of what stands in the way, or null. */
  public String getTrouble() {
    return trouble;
  }
}
