package org.portolan.access.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.portolan.access.PasswordRules;
import org.portolan.access.SetUpService;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;

/** The page of the first start, on which the first administrator is made. */
@Named
@RequestScoped
public class SetUpBean {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_EMAIL = 190;

  @Inject private SetUpService setUp;
  @Inject private Installation installation;
  @Inject private CurrentLanguage current;

  private final Map<String, String> errors = new HashMap<>();
  private String token;
  private String given;
  private String family;
  private String email;
  private String password;

  @PostConstruct
  void readAddress() {
    token = external().getRequestParameterMap().get("token");
  }

  /** A used or wrong address is no address. */
  public void open() {
    if (!setUp.isOpen(token)) {
      throw new NotFound("set-up");
    }
  }

  public void create() throws IOException {
    if (!Channel.of((HttpServletRequest) external().getRequest(), installation).safe()) {
      errors.put("form", "access.signin.unsafe");
      return;
    }
    check("given", given, LONGEST_NAME);
    check("family", family, LONGEST_NAME);
    check("email", email, LONGEST_EMAIL);
    if (email != null && !email.strip().matches("[^\\s@]+@[^\\s@]+")) {
      errors.put("email", "access.setup.email.wrong");
    }
    PasswordRules.fault(password, given, family, email)
        .ifPresent(fault -> errors.put("password", PasswordWords.key(fault)));
    if (errors.isEmpty()) {
      if (!setUp.createAdministrator(token, given, family, email, password, current.getCode())) {
        throw new NotFound("set-up");
      }
      external().redirect("/sign-in?to=/account");
    }
  }

  private void check(String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      errors.put(field, "access.setup.missing");
    } else if (value.strip().length() > longest) {
      errors.put(field, "access.setup.long");
    }
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** Keys of the texts that say what is wrong, by field. */
  public Map<String, String> getErrors() {
    return errors;
  }

  public String getGiven() {
    return given;
  }

  public void setGiven(String given) {
    this.given = given;
  }

  public String getFamily() {
    return family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
