package org.portolan.reuse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.reuse.ReportedUse;
import org.portolan.reuse.Uses;

/** What was reported for the Members of a National Coordinator. */
@Named("useDesk")
@RequestScoped
public class UseDeskBean {
  private static final String PAGE = "/desk/uses";

  @Inject private Uses uses;
  @Inject private PageParameters parameters;
  @Inject private Formats formats;

  private List<ReportedUse> all;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      if (!parameters.typed("act").equals("withdraw")) {
        throw new NotFound("a button");
      }
      uses.withdraw(parameters.number("id", 0));
      external.redirect(PAGE + "?done=withdrawn");
      return;
    }
    all = uses.desk();
  }

  public List<ReportedUse> getAll() {
    return all;
  }

  public String reported(ReportedUse use) {
    return formats.date(LocalDate.ofInstant(use.reportedAt(), ZoneOffset.UTC));
  }

  public boolean isDone() {
    return "withdrawn".equals(parameters.get("done"));
  }
}
