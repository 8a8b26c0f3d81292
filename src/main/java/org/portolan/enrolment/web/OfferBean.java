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
import org.portolan.enrolment.OfferAnswer;
import org.portolan.enrolment.OfferAnswers;
import org.portolan.enrolment.OfferRequest;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;

/**
 * Where the links lead by which people take an offered seat or leave it to others. Looking changes
 * nothing: programs that look through mail follow links. Whoever has answered is shown what came of
 * it, as everybody is who follows the link after them.
 */
@Named
@RequestScoped
public class OfferBean {
  private static final String ACCEPT = "accept";
  private static final String DECLINE = "decline";

  @Inject private OfferAnswers answers;
  @Inject private CurrentLanguage language;

  private String token;
  private boolean declining;
  private OfferRequest offer;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    LinkedPage.keptByNobody(external);
    token = request.getParameter("token");
    String answer = String.valueOf(request.getParameter("answer"));
    declining = answer.equals(DECLINE);
    try {
      if (request.getMethod().equals("POST")) {
        external.redirect(answer(answer, request.getParameter("sure") != null));
        return;
      }
      offer = answers.find(token, language.get());
    } catch (NotFound mangled) {
      // programs break links over lines; whoever follows one is told what to do
      offer = null;
    }
  }

  /** Where to go on: to what came of it, or first to the question whether they are sure. */
  private String answer(String answer, boolean sure) {
    if (answer.equals(ACCEPT)) {
      answers.answer(token, OfferAnswer.ACCEPT);
    } else if (declining && sure) {
      answers.answer(token, OfferAnswer.DECLINE);
    }
    return "/offer?lang="
        + language.get().code()
        + (declining && !sure ? "&answer=" + DECLINE : "")
        + "&token="
        + URLEncoder.encode(String.valueOf(token), StandardCharsets.UTF_8);
  }

  public String getToken() {
    return token;
  }

  /** Whether the seat is to be left to others, about which is asked once more. */
  public boolean isDeclining() {
    return declining;
  }

  /** What the link leads to; null where it is none of ours. */
  public OfferRequest getOffer() {
    return offer;
  }
}
