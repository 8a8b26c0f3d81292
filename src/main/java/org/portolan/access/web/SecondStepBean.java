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
import org.portolan.access.StepUp;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.SessionCookie;
import org.portolan.platform.security.Token;

/** The second step of signing in, after the right password. */
@Named
@RequestScoped
public class SecondStepBean {
  /** Where the page stands; the sign-in page shows it at once where a form has to be carried. */
  static final String PAGE = "/WEB-INF/pages/access/second-step.xhtml";

  /** Request attribute with what the first step gave just now. */
  static final String PENDING = "portolan.pending";

  @Inject private SignInService signIns;
  @Inject private StepUp stepUp;
  @Inject private CurrentPerson me;
  @Inject private HttpServletRequest request;

  private String to;
  private KeptForm kept;
  private boolean again;
  private String error;
  private String trouble;
  private StepUp.Ways ways;

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
    Optional<Token> pending = pending();
    boolean posted = request.getMethod().equals("POST");
    if (!signIns.waits(pending)) {
      startOver();
    } else if (posted && request.getParameter("credential") != null) {
      finish(
          signIns.finishByPasskey(
              pending.orElseThrow(), request.getParameter("credential"), agent(), session()));
      trouble = error == null ? null : "access.passkey.wrong";
      error = null;
    } else if (posted && request.getParameter("code") != null) {
      finish(
          signIns.finish(pending.orElseThrow(), request.getParameter("code"), agent(), session()));
    }
  }

  /** What the first step gave: in this very answer where a form is carried. */
  private Optional<Token> pending() {
    return Optional.ofNullable((Token) request.getAttribute(PENDING))
        .or(() -> StepCookie.COOKIE.read(request));
  }

  private void startOver() throws IOException {
    HttpServletResponse response = (HttpServletResponse) external().getResponse();
    StepCookie.COOKIE.clear(response);
    external().redirect(SignInAddress.late(to));
  }

  private String agent() {
    return request.getHeader("User-Agent");
  }

  private Optional<Token> session() {
    return SessionCookie.read(request);
  }

  private void finish(SignInService.Attempt attempt) throws IOException {
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

  /** By what the second step can be taken. */
  public StepUp.Ways getWays() {
    if (ways == null) {
      ways = stepUp.waysOf(pending());
    }
    return ways;
  }

  /** Key of the text that says what went wrong, or null. */
  public String getTrouble() {
    return trouble;
  }

  /** Key of the text that says what is wrong with the code, or null. */
  public String getError() {
    return error;
  }
}
