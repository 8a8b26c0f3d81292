package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.portolan.access.OwnSecurity;
import org.portolan.access.SecurityService;
import org.portolan.platform.security.SessionCookie;

/** The page that says how an account is guarded, and changes it. */
@Named
@RequestScoped
public class SecurityBean {
  static final String PAGE = "/account/security";

  @Inject private SecurityService security;
  @Inject private HttpServletRequest request;

  private OwnSecurity own;
  private List<String> codes = List.of();
  private String name;
  private String trouble;

  /** Does what a button of the form says, then shows how things stand. */
  public void open() throws IOException {
    boolean posted = request.getMethod().equals("POST");
    String what = posted ? request.getParameter("do") : null;
    String remove = posted ? request.getParameter("remove") : null;
    own = security.own();
    if (remove != null && remove.matches("\\d{1,18}")) {
      security.removePasskey(Long.parseLong(remove));
      redirect(PAGE);
    }
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
      case "passkey" -> addPasskey();
      case "codes" -> {
        // no redirect: the codes are shown in the answer and nowhere else
        codes = security.renewRecoveryCodes();
        own = security.own();
      }
      default -> redirect(PAGE);
    }
  }

  private void addPasskey() throws IOException {
    String given = request.getParameter("name");
    String credential = request.getParameter("credential");
    name = given == null ? "" : given.strip();
    if (name.isEmpty() || name.length() > SecurityService.LONGEST_NAME) {
      trouble = "access.passkeys.name";
    } else if (credential == null || credential.isEmpty()) {
      // sent before a proof could be given: the browser has to be asked now
      trouble = "access.passkeys.again";
    } else {
      Optional<List<String>> made =
          security.addPasskey(credential, name, SessionCookie.read(request));
      if (made.isEmpty()) {
        trouble = "access.passkey.wrong";
      } else if (made.get().isEmpty()) {
        redirect(PAGE);
      } else {
        codes = made.get();
        name = null;
        own = security.own();
      }
    }
  }

  private static void redirect(String page) throws IOException {
    FacesContext.getCurrentInstance().getExternalContext().redirect(page);
  }

  public OwnSecurity getOwn() {
    return own;
  }

  /** The name that was typed for a passkey, where it has to be sent again. */
  public String getName() {
    return name;
  }

  /** Key of the text that says what went wrong, or null. */
  public String getTrouble() {
    return trouble;
  }

  /** The codes that were just made; none at any other time. */
  public List<String> getCodes() {
    return codes;
  }
}
