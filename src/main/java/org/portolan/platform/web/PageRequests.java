package org.portolan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which requests pages take at all. Faces takes any request that brings a view state for a form
 * that was sent, a GET too: a link that somebody was sent would then write in their name, as a link
 * passes the checks for forms of other sites. So a link never carries what belongs to Faces, and
 * only the tables of the desks are asked for in part.
 */
final class PageRequests {
  private static final Set<String> OF_FACES = Set.of("jakarta.faces.", "javax.faces.", "facelets.");

  private PageRequests() {}

  /** The status to refuse with, if it is to be refused. */
  static OptionalInt refusal(HttpServletRequest request) {
    boolean part = request.getHeader("Faces-Request") != null;
    boolean ofTable =
        request.getMethod().equals("POST") && request.getRequestURI().startsWith("/desk/");
    return namesFaces(request.getQueryString()) || (part && !ofTable)
        ? OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST)
        : OptionalInt.empty();
  }

  private static boolean namesFaces(String query) {
    if (query == null) {
      return false;
    }
    try {
      return Arrays.stream(query.split("&"))
          .map(part -> URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8))
          .anyMatch(name -> OF_FACES.stream().anyMatch(name::startsWith));
    } catch (IllegalArgumentException unreadable) {
      return true;
    }
  }
}
