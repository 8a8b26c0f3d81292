package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.portolan.people.AccountRequests;
import org.portolan.people.NewOfficer;
import org.portolan.people.WantedAccount;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Where an officer without an account asks for one, and where the link of the letter leads. */
@Named("accountRequest")
@RequestScoped
public class AccountRequestBean {
  @Inject private PageParameters parameters;
  @Inject private AccountRequests requests;
  @Inject private Installation installation;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private WantedAccount wanted;
  private Map<String, String> problems = Map.of();
  private String trouble;
  private String token;

  /** The page with the form. */
  public void ask() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (!request.getMethod().equals("POST")) {
      wanted = new WantedAccount("", new NewOfficer("", "", "", language.getCode(), ""), "");
      return;
    }
    Map<String, String> typed = external.getRequestParameterMap();
    wanted =
        new WantedAccount(
            typed.get("member"),
            new NewOfficer(
                typed.get("given"),
                typed.get("family"),
                typed.get("email"),
                typed.get("language"),
                typed.get("post")),
            typed.get("reason"));
    problems = requests.problems(wanted);
    if (!problems.isEmpty()) {
      return;
    }
    if (requests.ask(wanted, Channel.of(request, installation).address())) {
      external.redirect("/account/request?done=sent");
    } else {
      trouble = texts.get("access.recover.toomany");
    }
  }

  /** The page of the link. Looking at it changes nothing. */
  public void confirm() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    token = external.getRequestParameterMap().get("token");
    wanted = requests.find(token).orElse(null);
    if (wanted != null
        && ((HttpServletRequest) external.getRequest()).getMethod().equals("POST")
        && external.getRequestParameterMap().get("confirm") != null) {
      if (requests.confirm(token)) {
        external.redirect("/account/request/confirm?done=confirmed");
      } else {
        wanted = null;
      }
    }
  }

  public WantedAccount getWanted() {
    return wanted;
  }

  public String getToken() {
    return token;
  }

  public boolean isSent() {
    return "sent".equals(parameters.get("done"));
  }

  public boolean isConfirmed() {
    return "confirmed".equals(parameters.get("done"));
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  /** What is wrong with a field in words, or nothing. */
  public String problem(String field) {
    String problem = problems.get(field);
    return problem == null ? "" : texts.get("people.problem." + problem);
  }

  public String getTrouble() {
    return trouble;
  }

  public List<Choice> getMembers() {
    return directory.members().stream()
        .map(
            member ->
                new Choice(
                    member.code(),
                    member.name().in(language.get()),
                    member.code().equals(wanted.member())))
        .sorted(Comparator.comparing(Choice::label, Collator.getInstance(language.get().locale())))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Choice(
                    each.code(), each.ownName(), each.code().equals(wanted.officer().language())))
        .toList();
  }

  public String getAdministration() {
    return directory
        .findMember(wanted.member())
        .map(found -> found.name().in(language.get()))
        .orElse(wanted.member());
  }
}
