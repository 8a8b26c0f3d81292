package org.portolan.nomination.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portolan.condition.NotEligible;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.nomination.NominationRefused;
import org.portolan.nomination.NominationView;
import org.portolan.nomination.Nominations;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.RefusedFile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.platform.web.Problem;
import org.portolan.region.Directory;
import org.portolan.seat.SeatRefused;

/** The page on which an administration keeps the list of those whom it sends to a session. */
@Named
@RequestScoped
public class NominationBean {
  private static final Set<String> DONE =
      Set.of(
          "listed", "removed", "ranked", "handed-in", "taken-back", "replaced", "asked", "letter");

  private static final Set<String> HANDING_IN = Set.of("hand-in", "ask");

  @Inject private PageParameters parameters;
  @Inject private Nominations nominations;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;
  @Inject private Texts texts;
  @Inject private Formats formats;
  @Inject private Clock clock;

  private NominationView view;
  private String member;
  private String act = "";
  private String error;
  private String officer;

  public void open() throws IOException {
    long session = parameters.number("session", 0);
    if (session == 0) {
      throw new NotFound("session");
    }
    member = member();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST")) {
      act = typed("act");
      try {
        external.redirect(address(session, member) + "&done=" + act(session));
        return;
      } catch (NominationRefused refused) {
        error = refused.type();
        officer = refused.detail();
      } catch (EnrolmentRefused | SeatRefused | NotEligible refused) {
        error = ((Problem) refused).type();
      }
    }
    view = nominations.find(session, member, language.get());
  }

  /** The Member that is named, else the one for which the person who asks decides. */
  private String member() {
    String named = parameters.get("member");
    if (named != null && named.matches("[A-Z]{2}")) {
      return named;
    }
    return nominations.members().stream()
        .sorted()
        .findFirst()
        .orElseThrow(() -> new NotFound("an administration"));
  }

  private String act(long session) {
    long nominee = parameters.number("nominee", 0);
    switch (act) {
      case "add" -> {
        nominations.add(
            session, member, typed("email"), !typed("alternate").isEmpty(), typed("words"));
        return "listed";
      }
      case "remove" -> {
        nominations.remove(session, member, nominee);
        return "removed";
      }
      case "up" -> {
        nominations.moveUp(session, member, nominee);
        return "ranked";
      }
      case "hand-in" -> {
        nominations.handIn(session, member, typed("reason"));
        return "handed-in";
      }
      case "take-back" -> {
        nominations.takeBack(session, member, nominee, typed("why"));
        return "taken-back";
      }
      case "replace" -> {
        nominations.replace(session, member, nominee, parameters.number("by", 0), typed("why"));
        return "replaced";
      }
      case "ask" -> {
        nominations.ask(session, member, (int) Math.min(1000, number(typed("seats"))), day());
        return "asked";
      }
      default -> throw new NotFound("an act of that name");
    }
  }

  private static long number(String typed) {
    return typed.strip().matches("\\d{1,4}") ? Long.parseLong(typed.strip()) : -1;
  }

  private LocalDate day() {
    try {
      return typed("day").isBlank() ? null : LocalDate.parse(typed("day").strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** What was sent in a field, or empty. */
  public String typed(String name) {
    return parameters.typed(name);
  }

  /** What was sent in a field by a form that could not be taken, else what is kept. */
  public String shown(String form, String field, String kept) {
    return error != null && act.equals(form) ? typed(field) : kept == null ? "" : kept;
  }

  public NominationView getView() {
    return view;
  }

  public String getMember() {
    return member;
  }

  public String getAdministration() {
    return directory.findMember(member).map(each -> each.name().in(language.get())).orElse(member);
  }

  /** Whether the person who asks may change anything, or only looks. */
  public boolean isChangeable() {
    return view.open()
        && (me.isAdministrator() || me.holds(Role.COORDINATOR, Scope.member(member)));
  }

  /** Whether the last day for applications is over: who is handed in stays and can be replaced. */
  public boolean isClosed() {
    return view.closed(clock.instant());
  }

  /** Whether officers may be handed in, or what was typed for that is shown once more. */
  public boolean isHandingIn() {
    return !isClosed() || error != null && HANDING_IN.contains(act);
  }

  /** What stands in the way, in words, or null. */
  public String getError() {
    if (error == null) {
      return null;
    }
    return error.equals(EnrolmentRefused.Kind.CLOSED.type()) && isClosed()
        ? texts.of("nomination.refusal.closed.on", formats.date(view.session().applyBy()))
        : texts.word("nomination.refusal", error);
  }

  /** Name of the one of several for whom it does, or null. */
  public String getOfficer() {
    return officer;
  }

  /** The same where it was this form, or this one of several, that was sent. */
  public String errorOf(String form, long nominee) {
    boolean sent = act.equals(form) && (nominee == 0 || parameters.number("nominee", 0) == nominee);
    return sent ? error : null;
  }

  public String getDone() {
    String done = parameters.get("done");
    return error == null && done != null && DONE.contains(done) ? done : null;
  }

  /** Why the letter that was sent was not taken, in words; or null. */
  public String getLetterError() {
    String problem = parameters.get("letter");
    return Arrays.stream(RefusedFile.Reason.values())
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .filter(each -> each.equals(problem))
        .findFirst()
        .map(
            each ->
                Texts.format(
                    language.get(),
                    "platform.file.refused." + each,
                    each.equals("pages")
                        ? EndorsementServlet.MOST_PAGES
                        : EndorsementServlet.MEGABYTES))
        .orElse(null);
  }

  /**
   * Codes of the administrations for which the person who asks decides, where there are several.
   */
  public List<String> getMembers() {
    Set<String> members = nominations.members();
    return members.size() < 2 ? List.of() : members.stream().sorted().toList();
  }

  static String address(long session, String member) {
    return "/desk/nominations/" + session + "?member=" + member;
  }
}
