package org.portolan.reuse.problem.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.PageParameters;
import org.portolan.reuse.problem.InvalidProblem;
import org.portolan.reuse.problem.Problems;
import org.portolan.reuse.problem.ToldProblem;

/** What readers told the editors of a region. */
@Named("problemDesk")
@RequestScoped
public class ProblemDeskBean {
  private static final String PAGE = "/desk/problems";

  @Inject private Problems problems;
  @Inject private PageParameters parameters;

  private List<ToldProblem> all;
  private String problem;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      try {
        problems.settle(
            parameters.number("id", 0),
            (int) parameters.number("version", -1),
            parameters.typed("answer"));
        external.redirect(PAGE + "?done=settled");
        return;
      } catch (InvalidProblem e) {
        problem = e.problem();
      } catch (ChangedMeanwhile e) {
        problem = "changed";
      }
    }
    all = problems.desk();
  }

  public List<ToldProblem> getAll() {
    return all;
  }

  /** What was typed for one and not taken, else empty. */
  public String answer(long id) {
    return problem != null && parameters.number("id", 0) == id ? parameters.typed("answer") : "";
  }

  public boolean isDone() {
    return problem == null && "settled".equals(parameters.get("done"));
  }

  /** The last part of a key of texts, or null. */
  public String getProblem() {
    return problem;
  }
}
