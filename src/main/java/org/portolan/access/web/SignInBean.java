package org.portolan.access.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.portolan.access.DemoAccounts;
import org.portolan.access.PasskeyQuestions;
import org.portolan.access.SignInProviders;
import org.portolan.access.SignInService;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.HostCookie;
import org.portolan.platform.security.SessionCookie;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.ErrorServlet;

/** The sign-in page. */
@Named
@RequestScoped
public class SignInBean {
  /** Of a browser in which the owner of an account signed in: strangers do not slow it down. */
  private static final HostCookie KNOWN = new HostCookie("-known");

  private static final Duration KNOWN_FOR = Duration.ofDays(365);

  @Inject private SignInService signIns;
  @Inject private PasskeyQuestions questions;
  @Inject private SignInProviders providers;
  @Inject private DemoAccounts demo;
  @Inject private Installation installation;
  @Inject private CurrentPerson me;

  private String to;
  private KeptForm kept;
  private boolean again;
  private String email;
  private String password;
  private String emailError;
  private String passwordError;
  private String trouble;
  private SignInProviders.Choice choice;

  @PostConstruct
  void readAddress() {
    HttpServletRequest request = (HttpServletRequest) external().getRequest();
    Object sent = request.getAttribute(ErrorServlet.SENT);
    to = LocalPath.of(sent == null ? request.getParameter("to") : sent.toString());
    kept = sent == null ? KeptForm.carried(request) : KeptForm.sent(request);
  }

  /** Somebody who is signed in has no business here. */
  public void open() throws IOException {
    String credential = external().getRequestParameterMap().get("credential");
    if (me.isSignedIn()) {
      external().redirect(to);
    } else if (credential != null) {
      byPasskey(credential);
    } else if (external().getRequestParameterMap().containsKey("late")) {
      trouble = "access.step.late";
    }
  }

  private void byPasskey(String credential) throws IOException {
    HttpServletRequest request = (HttpServletRequest) external().getRequest();
    if (!request.getMethod().equals("POST")) {
      return;
    }
    SignInService.Attempt attempt =
        signIns.signInByPasskey(
            credential, request.getHeader("User-Agent"), SessionCookie.read(request));
    if (attempt.outcome() == SignInService.Attempt.Outcome.DONE) {
      signedIn(attempt);
    } else {
      trouble = "access.passkey.wrong";
    }
  }

  private void signedIn(SignInService.Attempt attempt) throws IOException {
    SessionCookie.write(response(), attempt.token(), SignInService.LIFE);
    again = !kept.isEmpty();
    if (!again) {
      external().redirect(to);
    }
  }

  /** Where a form is carried, the second step is shown in the answer itself. */
  public String signIn() throws IOException {
    HttpServletRequest request = (HttpServletRequest) external().getRequest();
    Channel channel = Channel.of(request, installation);
    if (!channel.safe()) {
      trouble = "access.signin.unsafe";
      return null;
    }
    emailError = email == null || email.isBlank() ? "access.signin.email.missing" : null;
    passwordError = password == null ? "access.signin.password.missing" : null;
    if (emailError != null || passwordError != null) {
      return null;
    }
    SignInService.Attempt attempt =
        signIns.signIn(
            email,
            password,
            channel.address(),
            request.getHeader("User-Agent"),
            SessionCookie.read(request),
            KNOWN.read(request));
    if (attempt.token() != null) {
      signIns.mark(email).ifPresent(mark -> KNOWN.write(response(), mark, KNOWN_FOR));
    }
    switch (attempt.outcome()) {
      case DONE -> signedIn(attempt);
      case SECOND_FACTOR -> {
        StepCookie.COOKIE.write(response(), attempt.token(), SignInService.STEP_LIFE);
        if (!kept.isEmpty()) {
          request.setAttribute(SecondStepBean.PENDING, attempt.token());
          return SecondStepBean.PAGE;
        }
        external().redirect(SignInAddress.step(to));
      }
      case TOO_MANY -> trouble = "access.signin.toomany";
      case BUSY -> trouble = "access.signin.busy";
      default -> trouble = "access.signin.wrong";
    }
    return null;
  }

  /** Whose administration signs them in itself is shown the way there. */
  public void find() {
    emailError = email == null || email.isBlank() ? "access.signin.email.missing" : null;
    if (emailError == null) {
      choice = providers.forAddress(email).orElse(null);
      emailError = choice == null ? "access.away.none" : null;
    }
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse) external().getResponse();
  }

  /** What was done just before somebody came here to sign in, else null. */
  public String getDone() {
    String done = external().getRequestParameterMap().get("done");
    return "opened".equals(done) || "reset".equals(done) ? done : null;
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** Whether there is any administration that signs its people in itself. */
  public boolean isElsewhere() {
    return providers.any();
  }

  /** The provider of the address that was typed, or null. */
  public SignInProviders.Choice getChoice() {
    return choice;
  }

  /** The way to that provider. */
  public String getAway() {
    return Address.of("/sign-in/with", Map.of("provider", Long.toString(choice.id()), "to", to));
  }

  /** Whether somebody may sign in by a passkey here. */
  public boolean isPasskeys() {
    return questions.possible();
  }

  public List<PersonSummary> getDemoAccounts() {
    return demo.all();
  }

  /** Where to go, or to send again, after signing in. */
  public String getTo() {
    return to;
  }

  /** What was typed elsewhere when the sign-in had ended. */
  public List<KeptForm.Field> getKept() {
    return kept.fields();
  }

  /** True when somebody is signed in again and only has to send what was kept. */
  public boolean isAgain() {
    return again;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** Key of the text that says what is wrong with the field, or null; so for the others. */
  public String getEmailError() {
    return emailError;
  }

  public String getPasswordError() {
    return passwordError;
  }

  public String getTrouble() {
    return trouble;
  }
}
