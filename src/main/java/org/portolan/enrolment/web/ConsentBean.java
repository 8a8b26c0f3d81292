package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.portolan.enrolment.AgreedChanges;
import org.portolan.enrolment.ConsentRequest;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.SupervisorConsents;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.SeatRefused;

/**
 * Where the links lead by which supervisors answer. Looking changes nothing: programs that look
 * through mail follow links.
 */
@Named
@RequestScoped
public class ConsentBean {
  private static final Set<String> DONE = Set.of("agreed", "refused");

  @Inject private SupervisorConsents consents;
  @Inject private AgreedChanges changes;
  @Inject private CurrentLanguage language;

  private String token;
  private long seen;
  private ConsentRequest question;
  private String words = "";
  private String wordsError;
  private String trouble;
  private String done;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    LinkedPage.keptByNobody(external);
    String said = request.getParameter("done");
    done = said != null && DONE.contains(said) ? said : null;
    token = request.getParameter("token");
    // before what is shown is read
    seen = changes.last();
    try {
      question = consents.find(token, language.get());
    } catch (NotFound mangled) {
      // programs break links over lines; whoever follows one is told what to do
      return;
    }
    if (question.state() == ConsentRequest.State.OPEN) {
      // asked again since: what was done before is not the news
      done = null;
    }
    if (done == null && request.getMethod().equals("POST")) {
      answer(request, external);
    }
  }

  private void answer(HttpServletRequest request, ExternalContext external) throws IOException {
    String typed = request.getParameter("words");
    words = typed == null ? "" : typed;
    String answer = String.valueOf(request.getParameter("answer"));
    if (!answer.equals("agree") && !answer.equals("refuse")) {
      trouble = "answer-needed";
      return;
    }
    boolean agree = answer.equals("agree");
    try {
      if (consents.answer(token, agree, words, sent(request))) {
        // the link stays in the address: it shows the way of the application from here on
        external.redirect(
            "/consent?token="
                + URLEncoder.encode(token, StandardCharsets.UTF_8)
                + "&done="
                + (agree ? "agreed" : "refused"));
      } else {
        question = consents.find(token, language.get());
      }
    } catch (SeatRefused refused) {
      trouble = refused.type();
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case REASON_NEEDED, TOO_LONG -> wordsError = refused.kind().type();
        default -> trouble = refused.kind().type();
      }
    }
  }

  private static long sent(HttpServletRequest request) {
    String sent = request.getParameter("seen");
    return sent != null && sent.matches("\\d{1,18}") ? Long.parseLong(sent) : 0;
  }

  /** Number of the last change that is shown. */
  public long getSeen() {
    return seen;
  }

  public String getToken() {
    return token;
  }

  /** What is asked; null once it was answered, or where the link is none of ours. */
  public ConsentRequest getQuestion() {
    return question;
  }

  public String getWords() {
    return words;
  }

  public String getWordsError() {
    return wordsError;
  }

  public String getTrouble() {
    return trouble;
  }

  /** What was just answered: agreed or refused, else null. */
  public String getDone() {
    return done;
  }
}
