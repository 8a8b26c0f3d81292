package org.portolan.finding.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.portolan.finding.Facet;
import org.portolan.finding.FacetLabels;
import org.portolan.finding.Finding;
import org.portolan.finding.SearchAddress;
import org.portolan.finding.SearchWords;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.KnownTag;
import org.portolan.platform.web.PackedBody;

/**
 * What is new of a search, as Atom and RSS, with the parameters of the search page. Whoever asks
 * gets what they may find, which for a program that reads feeds is what everybody may.
 */
@OpenTo("everyone")
@WebServlet("/search-feed/*")
public class SearchFeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int ENTRIES = 30;
  private static final int SECONDS_KEPT = 300;

  @Inject private transient Finding finding;
  @Inject private transient SearchWords words;
  @Inject private transient FacetLabels labels;
  @Inject private transient CurrentLanguage language;
  @Inject private transient CurrentPerson me;
  @Inject private transient Installation installation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SearchFeed.Kind kind =
        "/rss".equals(request.getPathInfo()) ? SearchFeed.Kind.RSS : SearchFeed.Kind.ATOM;
    Language reader = language.get();
    SearchAddress address =
        SearchAddress.of(
            name -> {
              String[] values = request.getParameterValues(name);
              return values == null ? null : Arrays.asList(values);
            });
    SearchResult found = finding.latest(address, reader, ENTRIES);
    if (!found.ready()) {
      response.setHeader("Retry-After", "10");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    byte[] body = feed(kind, address, reader).write(kind, found.hits(), hit -> type(hit, reader));
    String tag = "\"" + UUID.nameUUIDFromBytes(body) + "\"";
    Instant newest = SearchFeed.newest(found.hits()).truncatedTo(ChronoUnit.SECONDS);
    response.setHeader("ETag", tag);
    response.setDateHeader("Last-Modified", newest.toEpochMilli());
    response.addHeader("Vary", "Accept-Language, Authorization, Cookie");
    if (!me.isSignedIn()) {
      response.setHeader("Cache-Control", "public, max-age=" + SECONDS_KEPT);
    }
    if (known(request, tag, newest)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(kind.media() + ";charset=UTF-8");
    PackedBody.of(body).send(request, response);
  }

  /** A program that knows a tag is judged by it alone (RFC 9110, 13.2.2). */
  private static boolean known(HttpServletRequest request, String tag, Instant newest) {
    if (request.getHeader("If-None-Match") != null) {
      return KnownTag.of(request, tag);
    }
    try {
      return request.getDateHeader("If-Modified-Since") >= newest.toEpochMilli();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private SearchFeed feed(SearchFeed.Kind kind, SearchAddress address, Language reader) {
    return new SearchFeed(
        Texts.format(reader, "finding.feed.title", words.of(address, reader)),
        installation.baseUrl(),
        address.feed(kind == SearchFeed.Kind.RSS ? "rss" : "atom", reader),
        address.page(null),
        reader);
  }

  private String type(SearchResult.Hit hit, Language reader) {
    return labels.of(Facet.TYPE, hit.kind(), reader);
  }
}
