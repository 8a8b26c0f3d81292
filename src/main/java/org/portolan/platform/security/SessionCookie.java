package org.portolan.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie that carries a session's token. It is written by hand because the container drops
 * SameSite; the container's own session cookie is too weak to say who somebody is.
 */
public final class SessionCookie {
  private static final String NAME = "__Host-portolan";
  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

  private SessionCookie() {}

  public static Optional<Token> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> NAME.equals(cookie.getName()) && !cookie.getValue().isEmpty())
            .map(cookie -> new Token(cookie.getValue()))
            .findFirst();
  }

  public static void write(HttpServletResponse response, Token token, Duration life) {
    response.addHeader(
        "Set-Cookie", NAME + "=" + token.secret() + ATTRIBUTES + "; Max-Age=" + life.toSeconds());
  }

  public static void clear(HttpServletResponse response) {
    response.addHeader("Set-Cookie", NAME + "=" + ATTRIBUTES + "; Max-Age=0");
  }
}
