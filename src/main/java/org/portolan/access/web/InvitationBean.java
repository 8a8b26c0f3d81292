package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.access.AccountOpening;
import org.portolan.access.PasswordHashing;
import org.portolan.access.PasswordRules;
import org.portolan.people.NewOfficer;
import org.portolan.people.OpenInvitation;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.Directory;

/** Where the link of an invitation leads: the person checks their name and chooses a password. */
@Named("invitation")
@RequestScoped
public class InvitationBean {
  @Inject private AccountOpening opening;
  @Inject private Installation installation;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private final Map<String, String> problems = new LinkedHashMap<>();
  private OpenInvitation invitation;
  private String token;
  private String given;
  private String family;
  private String post;

  /** Looking at the page changes nothing: mail programs follow links too. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    Map<String, String> typed = external.getRequestParameterMap();
    token = typed.get("token");
    invitation = opening.find(token).orElse(null);
    if (invitation == null) {
      return;
    }
    given = typed.getOrDefault("given", invitation.given());
    family = typed.getOrDefault("family", invitation.family());
    post = typed.getOrDefault("post", invitation.post());
    if (request.getMethod().equals("POST")) {
      take(external, request, typed.get("password"));
    }
  }

  private void take(ExternalContext external, HttpServletRequest request, String password)
      throws IOException {
    if (!Channel.of(request, installation).safe()) {
      problems.put("form", texts.get("access.signin.unsafe"));
      return;
    }
    new NewOfficer(given, family, invitation.email(), invitation.language(), post)
        .problems()
        .forEach((field, problem) -> problems.put(field, texts.get("people.problem." + problem)));
    PasswordRules.fault(password, given, family, invitation.email())
        .ifPresent(fault -> problems.put("password", texts.get(PasswordWords.key(fault))));
    if (!problems.isEmpty()) {
      return;
    }
    try {
      String hash = opening.prepare(password);
      if (opening.open(token, given, family, post, chosen(), hash)) {
        external.redirect("/sign-in?done=opened&to=/account/profile");
        FacesContext.getCurrentInstance().responseComplete();
      } else {
        invitation = null;
      }
    } catch (PasswordHashing.TooBusy busy) {
      problems.put("form", texts.get("access.signin.busy"));
    }
  }

  public OpenInvitation getInvitation() {
    return invitation;
  }

  public String getAdministration() {
    return directory
        .findMember(invitation.memberCode())
        .map(member -> member.name().in(language.get()))
        .orElse(invitation.memberCode());
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getToken() {
    return token;
  }

  /** Whoever invited knows which language they work in; their browser may be anybody's. */
  private Language chosen() {
    return Language.of(invitation.language()).orElseGet(language::get);
  }

  public String getGiven() {
    return given;
  }

  public String getFamily() {
    return family;
  }

  public String getPost() {
    return post;
  }
}
