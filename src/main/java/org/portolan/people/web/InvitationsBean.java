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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.portolan.people.InvitationSummary;
import org.portolan.people.Invitations;
import org.portolan.people.PeopleDesk;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.mail.LetterState;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Invitations that nobody took yet, of the administrations that somebody looks after. */
@Named("invitations")
@RequestScoped
public class InvitationsBean {
  private static final Set<String> DONE = Set.of("invited", "again", "withdrawn", "gone");

  @Inject private PageParameters parameters;
  @Inject private PeopleDesk desk;
  @Inject private Invitations invitations;
  @Inject private Outbox outbox;
  @Inject private Profiles profiles;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  private Set<String> members;
  private List<InvitationSummary> pending = List.of();
  private Map<Long, LetterState> letters = Map.of();

  @PostConstruct
  void read() {
    members = desk.members();
    pending = invitations.pending();
    letters =
        outbox.states(
            pending.stream().map(InvitationSummary::letterId).filter(Objects::nonNull).toList());
  }

  /** Does what a button under an invitation asks for. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (!((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      return;
    }
    long again = parameters.number("again", 0);
    long withdraw = parameters.number("withdraw", 0);
    if (again == 0 && withdraw == 0) {
      return;
    }
    String done = again > 0 ? "again" : "withdrawn";
    try {
      if (again > 0) {
        invitations.sendAgain(again);
      } else {
        invitations.withdraw(withdraw);
      }
    } catch (NotFound gone) {
      done = "gone";
    }
    external.redirect("/desk/people/invitations?done=" + done);
  }

  public List<InvitationSummary> getPending() {
    return pending;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) && (!done.equals("invited") || believable())
        ? done
        : null;
  }

  /** Whoever was just invited is in the list: a link cannot make it say more. */
  private boolean believable() {
    return getInvited() >= 0 && getInvited() <= pending.size();
  }

  public long getInvited() {
    return parameters.number("count", -1);
  }

  public boolean isMany() {
    return members.size() > 1;
  }

  public String member(String code) {
    return directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** What became of the letter of an invitation, or null. */
  public LetterState letter(InvitationSummary invitation) {
    return invitation.letterId() == null ? null : letters.get(invitation.letterId());
  }

  public String getZone() {
    return profiles.zone();
  }
}
