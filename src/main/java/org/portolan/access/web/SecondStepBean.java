package org.portolan.access.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.portolan.access.SignInService;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.SessionCookie;
import org.portolan.platform.security.Token;

/** The second step of signing in, after the right password. */
@Named
@RequestScoped
public class SecondStepBean {
  /** Where the page stands; the sign-in page shows it at once where a form has to be carried. */
  static final String PAGE = "/WEB-INF/pages/access/second-step.xhtml";

  @Inject private SignInService signIns;
  @Inject private CurrentPerson me;
  @Inject private HttpServletRequest request;

  private String to;
  private KeptForm kept;
  private boolean again;
  private String error;

  @PostConstruct
  void readAddress() {
    to = LocalPath.of(request.getParameter("to"));
    kept = KeptForm.carried(request);
  }

  /** Somebody without a first step begins with it. */
  public void open() throws IOException {
    if (me.isSignedIn()) {
      external().redirect(to);
      return;
    }
    Optional<Token> pending = StepCookie.COOKIE.read(request);
    boolean sent = request.getMethod().equals("POST") && request.getParameter("code") != null;
    if (!signIns.waits(pending)) {
      startOver();
    } else if (sent) {
      finish(pending.orElseThrow());
    }
  }

  private void startOver() throws IOException {
    HttpServletResponse response = (HttpServletResponse) external().getResponse();
    StepCookie.COOKIE.clear(response);
    external().redirect(SignInAddress.late(to));
  }

  private void finish(Token pending) throws IOException {
    SignInService.Attempt attempt =
        signIns.finish(
            pending,
            request.getParameter("code"),
            request.getHeader("User-Agent"),
            SessionCookie.read(request));
    switch (attempt.outcome()) {
      case DONE -> {
        HttpServletResponse response = (HttpServletResponse) external().getResponse();
        StepCookie.COOKIE.clear(response);
        SessionCookie.write(response, attempt.token(), SignInService.LIFE);
        again = !kept.isEmpty();
        if (!again) {
          external().redirect(to);
        }
      }
      case TOO_LATE -> startOver();
      case TOO_MANY -> error = "access.step.wait";
      default -> error = "access.step.wrong";
    }
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  public String getTo() {
    return to;
  }

  public List<KeptForm.Field> getKept() {
    return kept.fields();
  }

  /** True when somebody is signed in again and only has to send what was kept. */
  public boolean isAgain() {
    return again;
  }

  /** Key of the text that says what is wrong with the code, or null. */
  public String getError() {
    return error;
  }
}
