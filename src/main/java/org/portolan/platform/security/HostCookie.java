package org.portolan.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cookie that only this host sets and reads, over a safe line. It is written by hand because the
 * container drops SameSite.
 */
public final class HostCookie {
  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

  private final String name;

  public HostCookie(String word) {
    this.name = "__Host-portolan" + word;
  }

  public Optional<Token> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> name.equals(cookie.getName()) && !cookie.getValue().isEmpty())
            .map(cookie -> new Token(cookie.getValue()))
            .findFirst();
  }

  public void write(HttpServletResponse response, Token token, Duration life) {
    response.addHeader(
        "Set-Cookie", name + "=" + token.secret() + ATTRIBUTES + "; Max-Age=" + life.toSeconds());
  }

  public void clear(HttpServletResponse response) {
    response.addHeader("Set-Cookie", name + "=" + ATTRIBUTES + "; Max-Age=0");
  }
}
