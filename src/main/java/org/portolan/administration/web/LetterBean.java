package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.LetterState;
import org.portolan.platform.mail.OutboxDesk;
import org.portolan.platform.mail.PostedLetter;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** One letter of the outbox. */
@Named("letterPage")
@RequestScoped
public class LetterBean {
  @Inject private PageParameters parameters;
  @Inject private OutboxDesk outbox;

  private PostedLetter letter;

  @PostConstruct
  void read() {
    String id = parameters.get("id");
    if (id == null || !id.matches("\\d{1,18}")) {
      throw new NotFound("letter");
    }
    letter = outbox.find(Long.parseLong(id));
  }

  /** Sends it again where the form asks for that, then shows it. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST") && request.getParameter("again") != null) {
      boolean again = outbox.sendAgain(letter.id());
      external.redirect("/desk/outbox/" + letter.id() + "?done=" + (again ? "again" : "not"));
    }
  }

  public PostedLetter getLetter() {
    return letter;
  }

  /** Whether it is going to be tried. */
  public boolean isWaiting() {
    return letter.state() == LetterState.WAITING;
  }

  public String getDirection() {
    return Language.of(letter.language()).map(Language::direction).orElse("ltr");
  }

  public boolean isSendable() {
    return outbox.canSendAgain(letter);
  }

  public String getDone() {
    String done = parameters.get("done");
    return "again".equals(done) || "not".equals(done) ? done : null;
  }

  /** Why its text is not shown; null where it is. */
  public String getHidden() {
    if (letter.text() != null) {
      return null;
    }
    return letter.kept() ? "secret" : "gone";
  }

  public String getLook() {
    return LetterLook.of(letter.state()).look();
  }

  public String getIcon() {
    return LetterLook.of(letter.state()).icon();
  }
}
