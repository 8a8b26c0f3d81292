package org.portolan.reuse.comment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.reuse.comment.Comments;
import org.portolan.reuse.comment.DiscussedPractice;
import org.portolan.reuse.comment.InvalidComment;

/** What is said of a practice, and the forms to say more. */
@Named("commentsPage")
@RequestScoped
public class CommentsBean {
  private static final Set<String> ACTS = Set.of("say", "change", "withdraw", "hide", "show");

  @Inject private Comments comments;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;

  private DiscussedPractice discussed;
  private String problem;
  private Long count;

  public void open() throws IOException {
    String code = String.valueOf(parameters.get("code"));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      String act = parameters.typed("act");
      try {
        act(code, act);
        external.redirect(page(code) + "?done=" + act);
        return;
      } catch (InvalidComment e) {
        problem = e.problem();
      } catch (ChangedMeanwhile e) {
        problem = "changed";
      }
    }
    discussed = comments.of(code);
  }

  private void act(String code, String act) throws InvalidComment {
    long id = parameters.number("id", 0);
    int version = (int) parameters.number("version", -1);
    switch (act) {
      case "say" ->
          comments.say(code, id == 0 ? null : id, parameters.typed("words"), language.get());
      case "change" -> comments.change(code, id, version, parameters.typed("words"));
      case "withdraw" -> comments.withdraw(code, id, version);
      case "hide" -> comments.hide(code, id, version, parameters.typed("reason"));
      case "show" -> comments.showAgain(code, id, version);
      default -> throw new NotFound("a button " + act);
    }
  }

  private String page(String code) {
    return "/knowledge/" + comments.of(code).practice().code() + "/comments";
  }

  public DiscussedPractice getDiscussed() {
    return discussed;
  }

  /** How many there are, for the page of a practice. */
  public long count(long practice) {
    if (count == null) {
      count = comments.count(practice);
    }
    return count;
  }

  public int getLongest() {
    return Comments.LONGEST;
  }

  /** What was typed and not taken, into the field of the comment that it was for; else empty. */
  public String typed(String act, long id) {
    return problem != null
            && act.equals(parameters.typed("act"))
            && parameters.number("id", 0) == id
        ? parameters.typed(act.equals("hide") ? "reason" : "words")
        : "";
  }

  /** Whether a form that is folded away otherwise is to be seen. */
  public boolean unfolded(String act, long id) {
    return problem != null
        && act.equals(parameters.typed("act"))
        && parameters.number("id", 0) == id;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return problem == null && done != null && ACTS.contains(done) ? done : null;
  }

  /** The last part of a key of texts, or null. */
  public String getProblem() {
    return problem;
  }
}
