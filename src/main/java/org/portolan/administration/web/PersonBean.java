package org.portolan.administration.web;

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
import java.util.Set;
import org.portolan.access.ActingFor;
import org.portolan.access.SignInService;
import org.portolan.access.WaysIn;
import org.portolan.administration.EarlierAccount;
import org.portolan.administration.HeldMandate;
import org.portolan.administration.PersonCard;
import org.portolan.administration.PersonDesk;
import org.portolan.administration.RightWithReason;
import org.portolan.office.web.OfficeWords;
import org.portolan.people.PersonSummary;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.SessionCookie;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Somebody's page for those who look after people: what they hold, what they may do, and why. */
@Named("personPage")
@RequestScoped
public class PersonBean {
  private static final Set<String> DONE = Set.of("stopped", "taken", "merged");

  @Inject private PageParameters parameters;
  @Inject private PersonDesk desk;
  @Inject private ActingFor acting;
  @Inject private WaysIn waysIn;
  @Inject private OfficeWords words;
  @Inject private HistoryLines lines;
  @Inject private Directory directory;
  @Inject private Texts texts;
  @Inject private CurrentLanguage language;

  private PersonCard card;
  private List<HistoryLines.Line> history;
  private String reason;
  private String problem;

  @PostConstruct
  void read() {
    long id = parameters.number("id", 0);
    if (id == 0) {
      throw new NotFound("person");
    }
    card = desk.get(id);
    history = card.history() == null ? List.of() : lines.of(card.history());
  }

  /** Does what a form asks for, then shows the page. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (!request.getMethod().equals("POST")) {
      return;
    }
    if (request.getParameter("act") != null) {
      act(request, external);
    } else if (request.getParameter("take") != null) {
      waysIn.takeFactors(card.person().id());
      external.redirect("/desk/persons/" + card.person().id() + "?done=taken");
    }
  }

  private void act(HttpServletRequest request, ExternalContext external) throws IOException {
    reason = request.getParameter("reason");
    if (reason == null || reason.isBlank()) {
      problem = "administration.act.missing";
    } else if (reason.strip().length() > ActingFor.LONGEST_REASON) {
      problem = "administration.act.long";
    } else {
      Token token =
          acting.begin(
              SessionCookie.read(request).orElseThrow(NotAllowed::new), card.person().id(), reason);
      SessionCookie.write((HttpServletResponse) external.getResponse(), token, SignInService.LIFE);
      external.redirect("/");
    }
  }

  /** Whether the reader may act as this person. */
  public boolean isActable() {
    return acting.may(card.person().id());
  }

  public String getReason() {
    return reason;
  }

  /** What is wrong with the reason, or nothing. */
  public String getProblem() {
    return problem == null ? "" : texts.get(problem);
  }

  /** Whether the reader may take this person's second factor away. */
  public boolean isGuardable() {
    return card.guarded() && waysIn.mayTakeFactors(card.person().id());
  }

  /** What was just done: {@code stopped} acting, {@code taken} the second factor; or nothing. */
  public String getDone() {
    String done = String.valueOf(parameters.get("done"));
    return DONE.contains(done) ? done : "";
  }

  public PersonCard getCard() {
    return card;
  }

  public PersonSummary getPerson() {
    return card.person();
  }

  public List<RightWithReason> getRights() {
    return card.rights();
  }

  public List<HeldMandate> getOffices() {
    return card.offices();
  }

  /** What was told of an account whose place this one took. */
  public List<HistoryLines.Line> lines(EarlierAccount earlier) {
    return earlier.history() == null ? List.of() : lines.of(earlier.history());
  }

  public List<HistoryLines.Line> getHistory() {
    return history;
  }

  public String getAdministration() {
    String code = card.person().memberCode();
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** What a right lets its holder do: "Decides on applications of officers of Sankoro". */
  public String right(RightWithReason each) {
    return texts.of(
        "administration.right." + each.right().role().code(), words.body(each.right().scope()));
  }
}
