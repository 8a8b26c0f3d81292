package org.portolan.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.portolan.office.AdministrationChanges;
import org.portolan.office.Move;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Who wants to come to an administration, and who left it, for those who decide for it. */
@Named("moves")
@RequestScoped
public class MovesBean {
  private static final Set<String> DONE = Set.of("accepted", "refused", "gone");

  @Inject private PageParameters parameters;
  @Inject private AdministrationChanges changes;
  @Inject private Profiles profiles;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private List<Move> waiting = List.of();
  private List<Move> left = List.of();
  private long chosen;
  private boolean refusal;
  private String answer = "";
  private String problem = "";

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    long accept = parameters.number("accept", 0);
    long refuse = parameters.number("refuse", 0);
    refusal = refuse > 0;
    chosen = Math.max(accept, refuse);
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST") && chosen > 0) {
      String done = decide(accept, refuse);
      if (done != null) {
        external.redirect("/desk/people/moves?done=" + done);
        return;
      }
    }
    waiting = changes.waiting();
    left = changes.left();
  }

  private String decide(long accept, long refuse) {
    try {
      if (refuse == 0) {
        changes.accept(accept);
        return "accepted";
      }
      answer = parameters.typed("answer");
      if (answer.isBlank()) {
        problem = texts.get("office.moves.answer.missing");
      } else if (answer.strip().length() > AdministrationChanges.LONGEST_ANSWER) {
        problem = texts.get("office.moves.answer.long");
      } else {
        changes.refuse(refuse, answer);
        return "refused";
      }
      return null;
    } catch (NotFound gone) {
      return "gone";
    }
  }

  public List<Move> getWaiting() {
    return waiting;
  }

  public List<Move> getLeft() {
    return left;
  }

  /** What is wrong with what was sent about a change, or nothing. */
  public String problem(long id) {
    return id == chosen ? problem : "";
  }

  public String answer(long id) {
    return id == chosen ? answer : "";
  }

  public String member(String code) {
    return code == null
        ? texts.get("office.moves.nowhere")
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  public String getZone() {
    return profiles.zone();
  }

  /** Whether somebody was about to refuse it and something was wrong. */
  public boolean refusing(long id) {
    return refusal && id == chosen;
  }

  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
