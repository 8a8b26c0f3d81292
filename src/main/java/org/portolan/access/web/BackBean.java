package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.portolan.access.SignInElsewhere;
import org.portolan.access.SignInElsewhere.Arrival;
import org.portolan.access.SignInElsewhere.Trouble;
import org.portolan.access.SignInService;
import org.portolan.access.SignInService.Attempt.Outcome;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.SessionCookie;
import org.portolan.platform.web.Address;

/**
 * Where people come back from the provider of their administration. Who does not get in is told why
 * in our words; what the provider wrote is shown to nobody.
 */
@Named
@RequestScoped
public class BackBean {
  @Inject private SignInElsewhere elsewhere;
  @Inject private CurrentPerson me;
  @Inject private HttpServletRequest request;

  private String to = "/";
  private Trouble trouble;

  public void open() throws IOException {
    if (request.getParameter("trouble") != null || request.getParameter("state") == null) {
      to = LocalPath.of(request.getParameter("to"));
      trouble = Trouble.DOWN;
      return;
    }
    Arrival arrival =
        elsewhere.arrive(
            AwayServlet.COOKIE.read(request),
            request.getParameter("state"),
            request.getParameter("code"),
            request.getParameter("error"),
            request.getHeader("User-Agent"),
            SessionCookie.read(request));
    to = LocalPath.of(arrival.to());
    HttpServletResponse response = (HttpServletResponse) external().getResponse();
    if (arrival.trouble() != null) {
      comeBackTwice(arrival);
    } else {
      AwayServlet.COOKIE.clear(response);
      if (arrival.attempt().outcome() == Outcome.SECOND_FACTOR) {
        StepCookie.COOKIE.write(response, arrival.attempt().token(), SignInService.STEP_LIFE);
        external().redirect(SignInAddress.step(to));
      } else {
        SessionCookie.write(response, arrival.attempt().token(), SignInService.LIFE);
        external().redirect(to);
      }
    }
  }

  /** Who is signed in and only reloads is let go on. */
  private void comeBackTwice(Arrival arrival) throws IOException {
    if (me.isSignedIn()
        && (arrival.trouble() == Trouble.REPLAYED || arrival.trouble() == Trouble.LATE)) {
      external().redirect(to);
    } else {
      trouble = arrival.trouble();
    }
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** One word, for the text that says what happened. */
  public String getTrouble() {
    return trouble == null ? "" : trouble.name().toLowerCase(Locale.ROOT);
  }

  /** The sign-in page, from which the page that was wanted is still reached. */
  public String getSignIn() {
    return Address.of("/sign-in", Map.of("to", to));
  }
}
