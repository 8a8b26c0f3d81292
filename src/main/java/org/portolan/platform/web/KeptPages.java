package org.portolan.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Token;

/**
 * Reader pages as visitors got them within the last moments: what is the same for every visitor is
 * written once for all of them, packed once, and not sent again to whoever still has it. Which
 * pages these are says the routing table. People who have signed in never get a kept page.
 */
final class KeptPages {
  /**
   * A change shows to visitors at once on the node that it was made on, and after these moments on
   * every other.
   */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final int LONGEST_ADDRESS = 500;
  private static final int TAG_LENGTH = 22;

  private final Cache<Asked, Page> pages =
      Caffeine.newBuilder()
          .expireAfterWrite(KEPT)
          .maximumWeight(MOST_BYTES)
          .weigher((Asked asked, Page page) -> page.body().size())
          .build();

  /** Writes a page. */
  @FunctionalInterface
  interface Writing {
    void write(HttpServletResponse response) throws IOException, ServletException;
  }

  static boolean mayKeep(HttpServletRequest request, String address) {
    return "GET".equals(request.getMethod()) && address.length() <= LONGEST_ADDRESS;
  }

  /** Whether a request only reads. */
  static boolean reads(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
  }

  /** All are written anew. */
  void forget() {
    pages.invalidateAll();
  }

  /**
   * Answers with the page kept for this address, language, zone and line of the reader, else writes
   * and keeps it.
   */
  void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      String address,
      Language language,
      String zone,
      Writing writing)
      throws IOException, ServletException {
    Asked asked = new Asked(address, language, zone, SavingData.asked(request));
    Page page = pages.getIfPresent(asked);
    if (page == null) {
      WrittenPage written = new WrittenPage(response);
      writing.write(written);
      byte[] plain = written.bytes();
      if (response.isCommitted()) {
        return;
      }
      if (response.getStatus() != HttpServletResponse.SC_OK) {
        // it says something else than a page does, and is kept by nobody
        response.getOutputStream().write(plain);
        return;
      }
      page = Page.of(response.getContentType(), plain);
      pages.put(asked, page);
    }
    page.send(request, response);
  }

  private record Asked(String address, Language language, String zone, boolean savingData) {}

  /** A page as it goes over the line. */
  private record Page(String type, PackedBody body, String tag) {

    static Page of(String type, byte[] plain) {
      // weak: the same page, however it is packed
      String tag = "W/\"" + Token.sha256(plain).substring(0, TAG_LENGTH) + "\"";
      return new Page(type, PackedBody.of(plain), tag);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setHeader("ETag", tag);
      response.setHeader("Vary", "Accept-Encoding, " + SavingData.HEADER);
      String known = request.getHeader("If-None-Match");
      if (known != null && known.contains(tag)) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
      response.setContentType(type);
      body.send(request, response);
    }
  }
}
