package org.portolan.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that carries a session's token. The container's own session cookie is too weak to say
 * who somebody is.
 */
public final class SessionCookie {
  private static final HostCookie COOKIE = new HostCookie("");

  private SessionCookie() {}

  public static Optional<Token> read(HttpServletRequest request) {
    return COOKIE.read(request);
  }

  public static void write(HttpServletResponse response, Token token, Duration life) {
    COOKIE.write(response, token, life);
  }

  public static void clear(HttpServletResponse response) {
    COOKIE.clear(response);
  }
}
