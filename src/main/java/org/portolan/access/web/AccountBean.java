package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.portolan.access.AccountService;
import org.portolan.access.SecurityService;
import org.portolan.access.SignedInPlace;
import org.portolan.office.HeldOffice;
import org.portolan.people.PersonSummary;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.SessionCookie;
import org.portolan.region.Directory;

/** The account page: who I am here, what I may do, where I am signed in. */
@Named
@RequestScoped
public class AccountBean {
  @Inject private AccountService account;
  @Inject private Profiles profiles;
  @Inject private SecurityService security;
  @Inject private Directory directory;
  @Inject private CurrentLanguage current;

  private PersonSummary person;
  private List<HeldOffice> offices;
  private List<SignedInPlace> places;
  private String zone = "UTC";

  /** Ends a place if the form says so, then shows the rest. */
  public void open() throws IOException {
    person = account.profile();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String end = request.getParameter("end");
    if (request.getMethod().equals("POST") && end != null && end.matches("\\d{1,18}")) {
      account.endPlace(Long.parseLong(end));
      external.redirect("/account");
      return;
    }
    offices = account.offices();
    places = account.places(SessionCookie.read(request));
    zone = profiles.zone();
  }

  /** One word: what the offices of this person ask of how they sign in. */
  public String getDemand() {
    return security.demand().name();
  }

  public PersonSummary getPerson() {
    return person;
  }

  public String getAdministration() {
    return person.memberCode() == null
        ? ""
        : directory
            .findMember(person.memberCode())
            .map(member -> member.name().in(current.get()))
            .orElse(person.memberCode());
  }

  public List<HeldOffice> getOffices() {
    return offices;
  }

  public List<SignedInPlace> getPlaces() {
    return places;
  }

  /** The zone in which this person reads times: their own, else their administration's. */
  public String getZone() {
    return zone;
  }
}
