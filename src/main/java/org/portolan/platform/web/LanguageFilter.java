package org.portolan.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;

/**
 * Settles the language of a request: what the address says ({@code ?lang=}, remembered), else what
 * was remembered, else what the browser prefers. An unknown {@code lang} is ignored.
 */
public class LanguageFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String COOKIE = "lang";
  private static final String SETTLED = "portolan.language-settled";

  @Inject private CurrentLanguage current;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // an error page is written in the language that was settled, if the request came so far
    if (request.getAttribute(SETTLED) != null) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(SETTLED, true);
    Optional<Language> asked = Language.of(asked(request));
    asked.ifPresent(language -> remember(language, response));
    current.set(
        asked.or(() -> remembered(request)).or(() -> preferred(request)).orElse(Language.EN));
    chain.doFilter(request, response);
  }

  /**
   * From the query string alone, so that a posted form is not read before its encoding is known.
   */
  private static String asked(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .filter(part -> part.startsWith("lang="))
        .map(part -> part.substring(5))
        .reduce("", (first, last) -> last);
  }

  private static void remember(Language language, HttpServletResponse response) {
    response.addHeader(
        "Set-Cookie", COOKIE + "=" + language.code() + "; Path=/; Max-Age=31536000; SameSite=Lax");
  }

  private static Optional<Language> remembered(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> COOKIE.equals(cookie.getName()))
            .flatMap(cookie -> Language.of(cookie.getValue()).stream())
            .findFirst();
  }

  private static Optional<Language> preferred(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Optional.empty();
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .flatMap(code -> Language.of(code).stream())
        .findFirst();
  }
}
