package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.portolan.access.AddressAnswer;
import org.portolan.access.AddressChanges;
import org.portolan.access.WaitingAddressChange;
import org.portolan.people.Profiles;
import org.portolan.platform.web.PageParameters;

/** Changes of address whose former address may be dead, for those who look after the accounts. */
@Named("addressDesk")
@RequestScoped
public class AddressDeskBean {
  private static final Set<String> DONE = Set.of("changed", "gone");

  @Inject private PageParameters parameters;
  @Inject private AddressChanges changes;
  @Inject private Profiles profiles;

  private List<WaitingAddressChange> waiting = List.of();

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    long agree = parameters.number("agree", 0);
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST") && agree > 0) {
      AddressAnswer came = changes.agreeInPlace(agree);
      external.redirect(
          "/desk/people/addresses?done=" + (came == AddressAnswer.CHANGED ? "changed" : "gone"));
      return;
    }
    waiting = changes.waiting();
  }

  public List<WaitingAddressChange> getWaiting() {
    return waiting;
  }

  public String getZone() {
    return profiles.zone();
  }

  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
