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
  private boolean unsaid;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    token = external.getRequestParameterMap().get("token");
    String answer = external.getRequestParameterMap().get("answer");
    boolean sent = ((HttpServletRequest) external.getRequest()).getMethod().equals("POST");
    if (sent && token != null) {
      switch (String.valueOf(answer)) {
        case "agree" -> tell(external, changes.agree(token));
        case "refuse" -> tell(external, changes.refuse(token));
        default -> unsaid = true;
      }
    }
    question = changes.find(token).orElse(null);
  }

  private static void tell(ExternalContext external, AddressAnswer came) throws IOException {
    if (came != AddressAnswer.GONE) {
      external.redirect("/account/address/answer?done=" + came.code());
    }
  }

  /** Whether a form came that said neither yes nor no. */
  public boolean isUnsaid() {
    return unsaid;
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
