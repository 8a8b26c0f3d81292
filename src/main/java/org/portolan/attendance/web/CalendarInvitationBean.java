package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.portolan.attendance.invitation.InvitationAnswers;
import org.portolan.attendance.invitation.InvitationRequest;
import org.portolan.attendance.invitation.Reply;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;

/**
 * Where the link of an invitation leads. Looking changes nothing: programs that look through mail
 * follow links. Giving the seat back is asked about once more.
 */
@Named
@RequestScoped
public class CalendarInvitationBean {
  @Inject private InvitationAnswers answers;
  @Inject private CurrentLanguage language;

  private String token;
  private boolean declining;
  private boolean late;
  private InvitationRequest invitation;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    external.setResponseHeader("Cache-Control", "no-store");
    external.setResponseHeader("Referrer-Policy", "no-referrer");
    token = request.getParameter("token");
    declining = "decline".equals(request.getParameter("answer"));
    late = request.getParameter("late") != null;
    try {
      if (request.getMethod().equals("POST")) {
        external.redirect(answer(request));
        return;
      }
      invitation = answers.find(token, language.get());
    } catch (NotFound mangled) {
      // programs break links over lines; whoever follows one is told what to do
      invitation = null;
    }
  }

  private String answer(HttpServletRequest request) {
    boolean sure = request.getParameter("sure") != null;
    boolean done = true;
    if ("accept".equals(request.getParameter("answer"))) {
      done = answers.answer(token, Reply.ACCEPTED);
    } else if (declining && sure) {
      done = answers.answer(token, Reply.DECLINED);
    }
    return "/calendar/invitation?lang="
        + language.get().code()
        + (declining && !sure ? "&answer=decline" : "")
        + (done ? "" : "&late=1")
        + "&token="
        + URLEncoder.encode(String.valueOf(token), StandardCharsets.UTF_8);
  }

  public String getToken() {
    return token;
  }

  /** Whether the seat is to be given back, about which is asked once more. */
  public boolean isDeclining() {
    return declining;
  }

  /** Whether an answer came too late to change anything. */
  public boolean isLate() {
    return late;
  }

  /** What the link leads to; null where it is none of ours. */
  public InvitationRequest getInvitation() {
    return invitation;
  }
}
