package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.portolan.access.OwnSecurity;
import org.portolan.access.SecurityService;

/** The page that says how an account is guarded, and changes it. */
@Named
@RequestScoped
public class SecurityBean {
  static final String PAGE = "/account/security";

  @Inject private SecurityService security;
  @Inject private HttpServletRequest request;

  private OwnSecurity own;
  private List<String> codes = List.of();

  /** Does what a button of the form says, then shows how things stand. */
  public void open() throws IOException {
    String what = request.getMethod().equals("POST") ? request.getParameter("do") : null;
    own = security.own();
    if (what == null) {
      return;
    }
    switch (what) {
      case "app" -> {
        security.beginApp();
        redirect(AppBean.PAGE);
      }
      case "app-off" -> {
        security.switchAppOff();
        redirect(PAGE);
      }
      case "codes" -> {
        // no redirect: the codes are shown in the answer and nowhere else
        codes = security.renewRecoveryCodes();
        own = security.own();
      }
      default -> redirect(PAGE);
    }
  }

  private static void redirect(String page) throws IOException {
    FacesContext.getCurrentInstance().getExternalContext().redirect(page);
  }

  public OwnSecurity getOwn() {
    return own;
  }

  /** The codes that were just made; none at any other time. */
  public List<String> getCodes() {
    return codes;
  }
}
