package org.portolan.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers that every answer carries, and the refusal of writes that another site sent. */
public class HeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** The one page that may look through a camera, at badges. */
  private static final Pattern BADGES = Pattern.compile("/desk/session/\\d+/roll-call");

  private static final String CSP = "Content-Security-Policy";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; font-src 'self' data:; img-src 'self' data:;"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; script-src 'self'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    response.setHeader(CSP, POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "geolocation=(), camera="
            + (BADGES.matcher(path).matches() ? "(self)" : "()")
            + ", microphone=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (path.startsWith("/resources/") && request.getParameter("v") != null) {
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    } else if (!path.startsWith("/resources/") && !path.startsWith("/jakarta.faces.resource/")) {
      response.setHeader("Cache-Control", "no-cache, private");
    }
    // an error page is written with the method of the request that failed
    boolean asked = request.getDispatcherType() == DispatcherType.REQUEST;
    if (asked && !SAFE.contains(request.getMethod()) && foreign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, new OnePolicy(response, path.startsWith("/desk")));
  }

  /**
   * PrimeFaces adds its policy to every page: the same with a nonce, for the scripts that it writes
   * into pages of the desk. There it takes the place of ours; elsewhere nothing may be inline.
   */
  private static final class OnePolicy extends HttpServletResponseWrapper {
    private final boolean nonces;

    OnePolicy(HttpServletResponse response, boolean nonces) {
      super(response);
      this.nonces = nonces;
    }

    @Override
    public void addHeader(String name, String value) {
      if (!CSP.equalsIgnoreCase(name)) {
        super.addHeader(name, value);
      } else if (nonces) {
        super.setHeader(name, value);
      }
    }
  }

  /**
   * Browsers say where a write comes from. Sessions travel in a SameSite cookie; this is the second
   * lock. Programs send neither header and bring a token instead of a cookie.
   */
  private static boolean foreign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin != null
        && !origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
  }
}
