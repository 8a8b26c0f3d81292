package org.portolan.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.portolan.platform.i18n.CurrentZone;

/**
 * Settles on whose clocks times are shown: what the address of a page says ({@code ?zone=},
 * remembered), else what was remembered. What names no zone is not remembered, and kept for the
 * page to name.
 */
public class ZoneFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String COOKIE = "zone";
  private static final String ASKED = COOKIE + "=";

  @Inject private CurrentZone current;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String asked = "GET".equals(request.getMethod()) ? asked(request.getQueryString()) : null;
    if (asked == null) {
      remembered(request).ifPresent(current::choose);
    } else if (current.choose(asked)) {
      // one of the names of zones that we know, so nothing in it ends a header
      response.addHeader(
          "Set-Cookie",
          ASKED + current.text() + "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    }
    chain.doFilter(request, response);
  }

  /** From the query string alone, so that no form is read; null where it says nothing. */
  static String asked(String query) {
    if (query == null) {
      return null;
    }
    String value =
        Arrays.stream(query.split("&"))
            .filter(part -> part.startsWith(ASKED))
            .map(part -> part.substring(ASKED.length()))
            .reduce(null, (first, last) -> last);
    return value == null ? null : QueryParameters.text(decoded(value));
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  private static Optional<String> remembered(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> COOKIE.equals(cookie.getName()))
            .map(Cookie::getValue)
            .filter(name -> CurrentZone.PLACE.equals(name) || CurrentZone.named(name).isPresent())
            .findFirst();
  }
}
