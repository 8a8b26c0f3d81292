package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.portolan.access.AddressAnswer;
import org.portolan.access.AddressChanges;
import org.portolan.access.AddressQuestion;
import org.portolan.platform.web.PageParameters;

/**
 * Where the links lead that ask an address whether it agrees. Looking changes nothing: programs
 * that look through mail follow links.
 */
@Named("addressAnswer")
@RequestScoped
public class AddressAnswerBean {
  private static final Set<String> DONE = Set.of("agreed", "changed", "refused");

  @Inject private PageParameters parameters;
  @Inject private AddressChanges changes;

  private String token;
  private AddressQuestion question;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    token = external.getRequestParameterMap().get("token");
    String answer = external.getRequestParameterMap().get("answer");
    boolean sent = ((HttpServletRequest) external.getRequest()).getMethod().equals("POST");
    if (sent && token != null && answer != null) {
      AddressAnswer came = answer.equals("agree") ? changes.agree(token) : changes.refuse(token);
      if (came != AddressAnswer.GONE) {
        external.redirect("/account/address/answer?done=" + came.code());
        return;
      }
    }
    question = changes.find(token).orElse(null);
  }

  public String getToken() {
    return token;
  }

  /** What is asked, or null where the link asks nothing any more. */
  public AddressQuestion getQuestion() {
    return question;
  }

  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
