package org.portolan.radar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.radar.JointEditions;
import org.portolan.radar.JointState;
import org.portolan.radar.JointSummary;
import org.portolan.radar.RadarRefused;

/** The desk of joint editions: what is proposed to one's centres or by one's region. */
@Named("jointPage")
@RequestScoped
public class JointEditionsBean {
  private static final Set<String> DONE =
      Set.of("proposed", "agreed", "drafted", "declined", "withdrawn", "apart");

  @Inject private PageParameters parameters;
  @Inject private JointEditions editions;
  @Inject private CurrentLanguage language;
  @Inject private CurrentPerson me;
  @Inject private Texts texts;

  private List<JointSummary> all = List.of();
  private long wrong;
  private String problem = "";
  private String reason = "";

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST") && act(external)) {
      return;
    }
    all = editions.mine(language.get());
  }

  private boolean act(ExternalContext external) throws IOException {
    long id = parameters.number("id", 0);
    String asked = parameters.typed("act");
    reason = parameters.typed("reason");
    String done;
    try {
      switch (asked) {
        case "agree" -> {
          Long session = editions.answer(id, parameters.typed("centre"), true, reason);
          done = session == null ? "agreed" : "drafted";
        }
        case "decline" -> {
          editions.answer(id, parameters.typed("centre"), false, reason);
          done = "declined";
        }
        case "apart" -> {
          editions.apart(id, parameters.typed("centre"));
          done = "apart";
        }
        case "withdraw" -> {
          editions.withdraw(id);
          done = "withdrawn";
        }
        default -> throw new NotFound("a button " + asked);
      }
    } catch (RadarRefused e) {
      wrong = id;
      problem = texts.get(e.key());
      return false;
    }
    external.redirect("/desk/joint-editions?done=" + done);
    FacesContext.getCurrentInstance().responseComplete();
    return true;
  }

  public List<JointSummary> getAll() {
    return all;
  }

  public String getProblem() {
    return problem;
  }

  public boolean wrong(JointSummary proposal) {
    return proposal.id() == wrong;
  }

  public String reason(JointSummary proposal) {
    return wrong(proposal) ? reason : "";
  }

  public String getDone() {
    String done = parameters.get("done");
    return DONE.contains(String.valueOf(done)) && problem.isEmpty() ? done : "";
  }

  /** How the style sheet calls a state. */
  public String look(JointSummary proposal) {
    return switch (proposal.state()) {
      case OPEN -> "wait";
      case AGREED -> "ok";
      case DECLINED -> "no";
      case WITHDRAWN -> "";
    };
  }

  public String icon(JointSummary proposal) {
    return switch (proposal.state()) {
      case OPEN -> "clock";
      case AGREED -> "done";
      case DECLINED -> "refused";
      case WITHDRAWN -> "cross";
    };
  }

  public boolean agreed(JointSummary proposal) {
    return proposal.state() == JointState.AGREED;
  }

  /** Whether whoever looks may open the sessions of a centre at their desk. */
  public boolean ownCentre(String centre) {
    return me.holds(Role.CENTRE, Scope.centre(centre));
  }
}
