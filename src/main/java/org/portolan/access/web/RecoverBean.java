package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.portolan.access.PasswordHashing;
import org.portolan.access.PasswordRules;
import org.portolan.access.Recoveries;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.PageParameters;

/** Where somebody asks for a new password, and where the link of the letter leads. */
@Named("recover")
@RequestScoped
public class RecoverBean {
  @Inject private PageParameters parameters;
  @Inject private Recoveries recoveries;
  @Inject private Installation installation;
  @Inject private Texts texts;

  private String email;
  private String token;
  private boolean open;
  private String problem;
  private String trouble;

  /** The page on which the address is written. */
  public void ask() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    email = parameters.get("email");
    if (!request.getMethod().equals("POST")) {
      return;
    }
    if (email == null) {
      problem = texts.get("access.signin.email.missing");
    } else if (recoveries.ask(email, Channel.of(request, installation).address())) {
      external.redirect("/account/recover?done=sent");
      FacesContext.getCurrentInstance().responseComplete();
    } else {
      trouble = texts.get("access.recover.toomany");
    }
  }

  /** The page of the link. Looking at it changes nothing. */
  public void reset() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    token = external.getRequestParameterMap().get("token");
    String known = recoveries.find(token).orElse(null);
    open = known != null;
    if (!open || !request.getMethod().equals("POST")) {
      return;
    }
    if (!Channel.of(request, installation).safe()) {
      trouble = texts.get("access.signin.unsafe");
      return;
    }
    String password = external.getRequestParameterMap().get("password");
    problem =
        PasswordRules.fault(password, known)
            .map(fault -> texts.get(PasswordWords.key(fault)))
            .orElse(null);
    if (problem != null) {
      return;
    }
    try {
      open = recoveries.reset(token, password);
      if (open) {
        external.redirect("/sign-in?done=reset");
        FacesContext.getCurrentInstance().responseComplete();
      }
    } catch (PasswordHashing.TooBusy busy) {
      trouble = texts.get("access.signin.busy");
    }
  }

  public boolean isSent() {
    return "sent".equals(parameters.get("done"));
  }

  public boolean isOpen() {
    return open;
  }

  public String getEmail() {
    return email;
  }

  public String getToken() {
    return token;
  }

  public String getProblem() {
    return problem;
  }

  public String getTrouble() {
    return trouble;
  }
}
