package org.portolan.finding.asked.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portolan.finding.asked.AskedTally;
import org.portolan.platform.i18n.CurrentLanguage;

/**
 * Notices that an item was opened from a page of hits, by the address that browsers tell of the
 * page on which a link was followed. So links need nothing added, and nobody is followed.
 */
public class OpenedFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern ITEM =
      Pattern.compile("/(?:knowledge|catalog|calendar/(?:session|centre)|regions/body)/[^/]+");

  @Inject private transient AskedTally tally;
  @Inject private transient CurrentLanguage language;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("GET") && ITEM.matcher(request.getRequestURI()).matches()) {
      asked(request.getHeader("Referer")).ifPresent(words -> tally.opened(words, language.get()));
    }
    chain.doFilter(request, response);
  }

  /** What was asked on the page of hits at this address. */
  static Optional<String> asked(String address) {
    if (address == null) {
      return Optional.empty();
    }
    try {
      URI page = new URI(address);
      return !"/search".equals(page.getPath()) || page.getRawQuery() == null
          ? Optional.empty()
          : Arrays.stream(page.getRawQuery().split("&"))
              .filter(part -> part.startsWith("q="))
              .map(part -> URLDecoder.decode(part.substring(2), StandardCharsets.UTF_8))
              .findFirst();
    } catch (URISyntaxException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
