package org.portolan.reuse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.reuse.UsedPractice;
import org.portolan.reuse.Uses;

/** All that administrations say of the use of a practice. */
@Named("usesPage")
@RequestScoped
public class UsesBean {
  private static final Set<String> DONE = Set.of("reported", "withdrawn");

  @Inject private Uses uses;
  @Inject private PageParameters parameters;

  private UsedPractice used;

  public void open() throws IOException {
    String code = String.valueOf(parameters.get("code"));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      if (!parameters.typed("act").equals("withdraw")) {
        throw new NotFound("a button");
      }
      uses.withdraw(parameters.number("id", 0));
      external.redirect("/knowledge/" + uses.of(code).practice().code() + "/use?done=withdrawn");
      return;
    }
    used = uses.of(code);
  }

  public UsedPractice getUsed() {
    return used;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
