package org.portolan.people.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portolan.people.AccountRequests;
import org.portolan.people.PeopleDesk;
import org.portolan.people.Profiles;
import org.portolan.people.WaitingRequest;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Requests for accounts on which somebody has to decide, the longest waiting first. */
@Named("accountRequests")
@RequestScoped
public class RequestsBean {
  private static final Set<String> DONE = Set.of("invited", "refused", "gone");

  @Inject private PageParameters parameters;
  @Inject private AccountRequests requests;
  @Inject private PeopleDesk desk;
  @Inject private Profiles profiles;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private Set<String> members;
  private List<WaitingRequest> waiting = List.of();
  private long chosen;
  private boolean refusal;
  private String answer = "";
  private String problem = "";

  @PostConstruct
  void read() {
    members = desk.members();
  }

  /** Does what a button under a request asks for, then shows what waits. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    long invite = parameters.number("invite", 0);
    long refuse = parameters.number("refuse", 0);
    refusal = refuse > 0;
    chosen = Math.max(invite, refuse);
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST") && chosen > 0) {
      String done = refuse > 0 ? refuse(refuse) : invite(invite);
      if (done != null) {
        external.redirect("/desk/people/requests?done=" + done);
        return;
      }
    }
    waiting = requests.waiting();
  }

  private String invite(long id) {
    try {
      Optional<String> against = requests.invite(id, parameters.get("else") != null);
      against.ifPresent(
          kind ->
              problem =
                  texts.get(
                      kind.equals("doubt") ? "people.requests.doubt" : "people.problem." + kind));
      return against.isPresent() ? null : "invited";
    } catch (NotFound gone) {
      return "gone";
    }
  }

  private String refuse(long id) {
    answer = parameters.typed("answer");
    if (answer.isBlank()) {
      problem = texts.get("people.requests.answer.missing");
      return null;
    }
    if (answer.strip().length() > AccountRequests.LONGEST_ANSWER) {
      problem = texts.get("people.problem.long");
      return null;
    }
    try {
      requests.refuse(id, answer);
      return "refused";
    } catch (NotFound gone) {
      return "gone";
    }
  }

  public List<WaitingRequest> getWaiting() {
    return waiting;
  }

  /** What is wrong with what was sent about a request, or nothing. */
  public String problem(long id) {
    return id == chosen ? problem : "";
  }

  /** The reason that was typed for a request. */
  public String answer(long id) {
    return id == chosen ? answer : "";
  }

  /** Whether somebody was about to refuse it and something was wrong. */
  public boolean refusing(long id) {
    return refusal && id == chosen;
  }

  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  public boolean isMany() {
    return members.size() > 1;
  }

  public String member(String code) {
    return directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  public String getZone() {
    return profiles.zone();
  }
}
