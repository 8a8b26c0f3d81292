package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.portolan.access.AccountService;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.mail.OutboxDesk;

/** A letter of an administrator to themselves, to see whether letters arrive. */
@Named("testLetter")
@RequestScoped
public class TestLetterBean {
  @Inject private OutboxDesk outbox;
  @Inject private AccountService account;
  @Inject private CurrentLanguage language;

  private String address;

  @PostConstruct
  void read() {
    outbox.permit();
    address = account.profile().email();
  }

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      outbox.test(address, language.get());
      external.redirect("/desk/outbox?done=test");
    }
  }

  public String getAddress() {
    return address;
  }
}
