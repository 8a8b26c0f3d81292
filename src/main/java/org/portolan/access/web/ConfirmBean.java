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
import java.util.Map;
import org.portolan.access.SignInProviders;
import org.portolan.access.SignInService;
import org.portolan.access.StepUp;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.SessionCookie;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.ErrorServlet;

/** The page on which somebody shows again who they are, before something dangerous. */
@Named
@RequestScoped
public class ConfirmBean {
  @Inject private StepUp stepUp;
  @Inject private Installation installation;
  @Inject private HttpServletRequest request;

  private String to;
  private KeptForm kept;
  private StepUp.Ways ways;
  private boolean again;
  private String error;
  private String trouble;

  @PostConstruct
  void readAddress() {
    Object sent = request.getAttribute(ErrorServlet.SENT);
    to = LocalPath.of(sent == null ? request.getParameter("to") : sent.toString());
    kept = sent == null ? KeptForm.carried(request) : KeptForm.sent(request);
    ways = stepUp.ways();
  }

  /** Takes a proof if the form brings one; what was sent to another page brings none. */
  public void open() throws IOException {
    if (!request.getMethod().equals("POST") || request.getAttribute(ErrorServlet.SENT) != null) {
      return;
    }
    String code = request.getParameter("code");
    String password = request.getParameter("password");
    String credential = request.getParameter("credential");
    Token session = SessionCookie.read(request).orElseThrow(NotSignedIn::new);
    if (credential != null) {
      show(stepUp.byPasskey(credential, session), "access.passkey.wrong", "access.step.wait");
      trouble = error;
      error = null;
    } else if (code != null) {
      show(stepUp.byCode(code, session), "access.step.wrong", "access.step.wait");
    } else if (password != null) {
      byPassword(password, session);
    }
  }

  private void byPassword(String password, Token session) throws IOException {
    Channel channel = Channel.of(request, installation);
    if (channel.safe()) {
      show(
          stepUp.byPassword(password, channel.address(), session),
          "access.confirm.wrong",
          "access.signin.toomany");
    } else {
      error = "access.signin.unsafe";
    }
  }

  private void show(SignInService.Attempt attempt, String wrong, String wait) throws IOException {
    switch (attempt.outcome()) {
      case DONE -> {
        SessionCookie.write(
            (HttpServletResponse) external().getResponse(), attempt.token(), SignInService.LIFE);
        again = !kept.isEmpty();
        if (!again) {
          external().redirect(to);
        }
      }
      case TOO_MANY -> error = wait;
      case BUSY -> error = "access.signin.busy";
      default -> error = wrong;
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

  public StepUp.Ways getWays() {
    return ways;
  }

  /** Where somebody shows who they are at a provider. */
  public String away(SignInProviders.Choice provider) {
    return Address.of(
        "/sign-in/with", Map.of("provider", Long.toString(provider.id()), "prove", "1", "to", to));
  }

  /** True when somebody showed who they are and only has to send what was kept. */
  public boolean isAgain() {
    return again;
  }

  /** Key of the text that says what went wrong with a passkey, or null. */
  public String getTrouble() {
    return trouble;
  }

  /** Key of the text that says what is wrong with what was typed, or null. */
  public String getError() {
    return error;
  }
}
