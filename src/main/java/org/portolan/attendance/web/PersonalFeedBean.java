package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.portolan.attendance.feed.PersonalFeeds;
import org.portolan.platform.config.Installation;

/** The page on which somebody makes and revokes the address of their own calendar. */
@Named
@RequestScoped
public class PersonalFeedBean {
  @Inject private PersonalFeeds feeds;
  @Inject private Installation installation;

  private Instant madeAt;
  private String address;
  private boolean revoked;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    external.setResponseHeader("Cache-Control", "no-store");
    revoked = request.getParameter("revoked") != null;
    if (request.getMethod().equals("POST")) {
      if (request.getParameter("revoke") != null) {
        feeds.revoke();
        external.redirect("/account/calendar?revoked=yes");
        return;
      }
      address = installation.baseUrl() + feeds.make();
      revoked = false;
    }
    madeAt = feeds.mine().orElse(null);
  }

  /** Since when there is an address; null where there is none. */
  public Instant getMadeAt() {
    return madeAt;
  }

  /** The one that was just made, shown once; else null. */
  public String getAddress() {
    return address;
  }

  public boolean isRevoked() {
    return revoked;
  }
}
