package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.portolan.access.AppSecret;
import org.portolan.access.SecurityService;
import org.portolan.platform.qr.QrPicture;
import org.portolan.platform.security.SessionCookie;

/** The page on which an authenticator app is told its secret and gives its first code. */
@Named
@RequestScoped
public class AppBean {
  static final String PAGE = "/account/security/app";

  @Inject private SecurityService security;
  @Inject private HttpServletRequest request;

  private AppSecret secret;
  private List<String> codes = List.of();
  private String error;

  public void open() throws IOException {
    Optional<AppSecret> waiting = security.appToConfirm();
    if (waiting.isEmpty()) {
      FacesContext.getCurrentInstance().getExternalContext().redirect(SecurityBean.PAGE);
      return;
    }
    secret = waiting.get();
    String code = request.getMethod().equals("POST") ? request.getParameter("code") : null;
    if (code != null) {
      // no redirect: the codes are shown in the answer and nowhere else
      security
          .confirmApp(code, SessionCookie.read(request))
          .ifPresentOrElse(made -> codes = made, () -> error = "access.app.wrong");
    }
  }

  public AppSecret getSecret() {
    return secret;
  }

  public String getPicture() {
    return QrPicture.svg(secret.uri());
  }

  /** The recovery codes, once the app counts; none before. */
  public List<String> getCodes() {
    return codes;
  }

  /** Key of the text that says what is wrong with the code, or null. */
  public String getError() {
    return error;
  }
}
