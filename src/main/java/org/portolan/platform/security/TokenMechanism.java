package org.portolan.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Says who sends a request: the owner of a personal token (programs, under {@code /api}) or of a
 * session's token (browsers). Who brings neither is a visitor; the services say what visitors may
 * not do.
 */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {
  private static final Logger LOG = Logger.getLogger(TokenMechanism.class.getName());
  private static final String BEARER = "Bearer ";

  @Inject private CurrentPerson current;
  @Inject private Instance<TokenSource> tokens;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String path = request.getRequestURI();
    if (needsNobody(path)) {
      return context.doNothing();
    }
    try {
      String authorization = request.getHeader("Authorization");
      if (authorization != null && path.startsWith("/api/")) {
        Optional<SignedIn> owner = owner(authorization);
        return owner.isPresent() ? is(owner.get(), context) : refuse(response);
      }
      Optional<SignedIn> person =
          SessionCookie.read(request).flatMap(token -> tokens.get().findBySession(token.hash()));
      return person.isPresent() ? is(person.get(), context) : context.doNothing();
    } catch (RuntimeException e) {
      return unavailable(response, e);
    }
  }

  /**
   * Style sheets and the like are the same for everybody; health must answer without a database.
   */
  private static boolean needsNobody(String path) {
    return path.startsWith("/resources/")
        || path.startsWith("/jakarta.faces.resource/")
        || path.startsWith("/health/");
  }

  private Optional<SignedIn> owner(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? tokens
            .get()
            .findByPersonalToken(Token.sha256(authorization.substring(BEARER.length()).strip()))
        : Optional.empty();
  }

  private AuthenticationStatus is(SignedIn person, HttpMessageContext context) {
    current.is(person);
    Set<String> roles =
        person.grants().stream().map(grant -> grant.role().code()).collect(Collectors.toSet());
    return context.notifyContainerAboutLogin(Long.toString(person.personId()), roles);
  }

  /** A token that is wrong is told so at once, rather than served as a visitor. */
  private static AuthenticationStatus refuse(HttpServletResponse response) {
    try {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AuthenticationStatus unavailable(HttpServletResponse response, Exception reason) {
    LOG.log(Level.WARNING, "cannot read who is signed in: {0}", String.valueOf(reason));
    try {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
