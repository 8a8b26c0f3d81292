package org.portolan.reuse.problem.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.portolan.knowledge.PracticePlace;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.reuse.problem.InvalidProblem;
import org.portolan.reuse.problem.ProblemKind;
import org.portolan.reuse.problem.Problems;

/** The form by which a reader tells editors what is wrong with a practice. */
@Named("problemForm")
@RequestScoped
public class ProblemBean {
  @Inject private Problems problems;
  @Inject private PageParameters parameters;
  @Inject private Texts texts;

  private PracticePlace practice;
  private String problem;

  public void open() throws IOException {
    practice = problems.practice(String.valueOf(parameters.get("code")));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (!((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      return;
    }
    try {
      problems.tell(practice.code(), parameters.typed("kind"), parameters.typed("words"));
      external.redirect("/knowledge/" + practice.code() + "/problem?done=told");
    } catch (InvalidProblem e) {
      problem = e.problem();
    }
  }

  public PracticePlace getPractice() {
    return practice;
  }

  public List<Choice> getKinds() {
    String chosen = parameters.typed("kind");
    return Arrays.stream(ProblemKind.values())
        .map(
            each ->
                new Choice(
                    each.code(),
                    texts.word("reuse.problems.kind", each.code()),
                    each.code().equals(chosen)))
        .toList();
  }

  public String getWords() {
    return parameters.typed("words");
  }

  public int getLongest() {
    return Problems.LONGEST;
  }

  public boolean isDone() {
    return problem == null && "told".equals(parameters.get("done"));
  }

  /** The last part of a key of texts, or null. */
  public String getProblem() {
    return problem;
  }
}
