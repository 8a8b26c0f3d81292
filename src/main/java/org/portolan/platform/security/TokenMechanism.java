package org.portolan.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int WRONG_TOKENS = 60;
  private static final int TOO_MANY_REQUESTS = 429;

  /** Wrong tokens by the address they come from; right ones are never held up. */
  private final Cache<String, AtomicInteger> wrong =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).maximumSize(100_000).build();

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
        if (owner.isEmpty()) {
          return refuse(request, response);
        }
        return mayDo(owner.get(), request.getMethod())
            ? is(owner.get(), context)
            : fail(response, HttpServletResponse.SC_FORBIDDEN);
      }
      Optional<SignedIn> person =
          SessionCookie.read(request).flatMap(token -> tokens.get().findBySession(token.hash()));
      return person.isPresent() ? is(person.get(), context) : context.doNothing();
    } catch (RuntimeException e) {
      return unavailable(response, e);
    }
  }

  /**
   * Style sheets and the like are the same for everybody; health and measures must answer without a
   * database.
   */
  private static boolean needsNobody(String path) {
    return path.startsWith("/resources/")
        || path.startsWith("/jakarta.faces.resource/")
        || path.startsWith("/health/")
        || path.equals("/metrics");
  }

  private Optional<SignedIn> owner(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? tokens
            .get()
            .findByPersonalToken(Token.sha256(authorization.substring(BEARER.length()).strip()))
        : Optional.empty();
  }

  /** A token to read with changes nothing, whatever stands at the address. */
  private static boolean mayDo(SignedIn owner, String method) {
    return READING.contains(method)
        ? owner.tokenScopes().contains(TokenScope.READ)
        : owner.tokenScopes().stream().anyMatch(scope -> scope != TokenScope.READ);
  }

  private AuthenticationStatus is(SignedIn person, HttpMessageContext context) {
    current.is(person);
    Set<String> roles =
        person.grants().stream().map(grant -> grant.role().code()).collect(Collectors.toSet());
    return context.notifyContainerAboutLogin(Long.toString(person.personId()), roles);
  }

  /** A token that is wrong is told so at once, rather than served as a visitor. */
  private AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response) {
    int tries = wrong.get(request.getRemoteAddr(), any -> new AtomicInteger()).incrementAndGet();
    if (tries > WRONG_TOKENS) {
      response.setHeader("Retry-After", "300");
      return fail(response, TOO_MANY_REQUESTS);
    }
    response.setHeader("WWW-Authenticate", "Bearer");
    return fail(response, HttpServletResponse.SC_UNAUTHORIZED);
  }

  private static AuthenticationStatus fail(HttpServletResponse response, int status) {
    try {
      response.sendError(status);
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
