package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.portolan.access.AccountService;
import org.portolan.access.PersonalToken;
import org.portolan.people.Profiles;
import org.portolan.platform.security.Token;
import org.portolan.platform.security.TokenScope;

/** The page on which people make, see and revoke their personal tokens. */
@Named
@RequestScoped
public class TokensBean {
  private static final String MANY = "access.tokens.many";

  private static final String SHORTEST_SCOPE = "read";
  private static final int USUAL_DAYS = 90;

  @Inject private AccountService account;
  @Inject private Profiles profiles;

  private String name;
  private String scope = SHORTEST_SCOPE;
  private int days = USUAL_DAYS;
  private String nameError;
  private String secret;
  private List<PersonalToken> tokens;
  private String zone = "UTC";

  /** Revokes a token if the form says so, then shows the rest. */
  public void open() throws IOException {
    zone = profiles.zone();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String revoke = request.getParameter("revoke");
    if (request.getMethod().equals("POST") && revoke != null && revoke.matches("\\d{1,18}")) {
      account.revokeToken(Long.parseLong(revoke));
      external.redirect("/account/tokens");
    }
  }

  /** No redirect after this one: the secret is shown in the answer and nowhere else. */
  public void create() {
    if (name == null || name.isBlank()) {
      nameError = "access.tokens.name.missing";
    } else if (name.strip().length() > AccountService.LONGEST_NAME) {
      nameError = "access.tokens.name.long";
    } else {
      account
          .createToken(name, TokenScope.parse(scope), days)
          .ifPresentOrElse(this::made, () -> nameError = MANY);
    }
  }

  private void made(Token token) {
    secret = token.secret();
    name = null;
    // the list was read before, when the form was decoded
    tokens = null;
  }

  public List<PersonalToken> getTokens() {
    if (tokens == null) {
      tokens = account.personalTokens();
    }
    return tokens;
  }

  public String getScope() {
    return scope;
  }

  public void setScope(String scope) {
    this.scope = scope == null ? SHORTEST_SCOPE : scope;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days < 1 || days > AccountService.LONGEST_LIFE ? USUAL_DAYS : days;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNameError() {
    return nameError;
  }

  /** The token that was just made, or null. */
  public String getSecret() {
    return secret;
  }

  public String getZone() {
    return zone;
  }
}
