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
import org.portolan.access.AccountService;
import org.portolan.access.AddressChanges;
import org.portolan.access.OwnAddressChange;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.PageParameters;

/** Where somebody asks for another address of their account, and sees how far that is. */
@Named("ownAddress")
@RequestScoped
public class AddressBean {
  private static final Set<String> DONE = Set.of("asked", "back");

  @Inject private PageParameters parameters;
  @Inject private AddressChanges changes;
  @Inject private AccountService account;
  @Inject private Profiles profiles;
  @Inject private Texts texts;

  private String present;
  private String email;
  private String problem;
  private OwnAddressChange open;
  private List<String> helpers = List.of();
  private String zone = "UTC";

  /** Does what the form asks for, then shows what is open. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    String wanted = external.getRequestParameterMap().get("do");
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST") && wanted != null) {
      if (wanted.equals("back")) {
        changes.takeBack();
        external.redirect("/account/address?done=back");
        return;
      }
      email = parameters.get("email");
      AddressChanges.Asked asked = changes.ask(email);
      if (asked == AddressChanges.Asked.DONE) {
        external.redirect("/account/address?done=asked");
        return;
      }
      problem = texts.word("access.address.problem", asked);
    }
    present = account.profile().email();
    open = changes.mine().orElse(null);
    zone = profiles.zone();
    if (open != null && !open.formerAgreed()) {
      helpers = changes.helpers();
    }
  }

  public String getPresent() {
    return present;
  }

  public String getEmail() {
    return email;
  }

  /** What is wrong with the address, or nothing. */
  public String getProblem() {
    return problem == null ? "" : problem;
  }

  /** The change that is on its way, or null. */
  public OwnAddressChange getOpen() {
    return open;
  }

  /** Names of those who may agree in the place of the present address. */
  public String getHelpers() {
    return String.join(", ", helpers);
  }

  public String getZone() {
    return zone;
  }

  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
