package org.portolan.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.CurrentZone;
import org.portolan.platform.security.CurrentPerson;

/** Leads clean addresses to their files and keeps the files' own names out of the address space. */
public class RouterFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Request attribute with the address as the reader sees it. */
  public static final String ADDRESS = "portolan.address";

  /** Where the build puts the pages. */
  public static final String PAGES = "/WEB-INF/pages";

  @Inject private transient CurrentPerson person;
  @Inject private transient CurrentLanguage language;
  @Inject private transient CurrentZone zone;
  @Inject private transient Writes writes;

  private final transient KeptPages kept = new KeptPages();
  private transient Routes routes;

  @Override
  public void init() {
    routes = Routes.read(getServletContext().getResourceAsStream("/WEB-INF/routes.txt"));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      route(request, response, chain);
    } finally {
      if (person.isSignedIn() && !KeptPages.reads(request)) {
        // whoever wrote something may look at once what visitors see of it
        kept.forget();
        writes.another();
      }
    }
  }

  private void route(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    Optional<Routes.Target> found = routes.find(path);
    if (found.isPresent()) {
      String query = request.getQueryString();
      String address = request.getRequestURI() + (query == null ? "" : "?" + query);
      request.setAttribute(ADDRESS, address);
      String file = found.get().file();
      boolean page = file.contains(".xhtml");
      // files are sent to a servlet of that very address; the others are read from
      String allowed = page || file.equals(path) ? "GET, HEAD, POST" : "GET, HEAD";
      if (!List.of(allowed.split(", ")).contains(request.getMethod())) {
        response.setHeader("Allow", allowed);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        return;
      }
      OptionalInt refusal = page ? PageRequests.refusal(request) : OptionalInt.empty();
      if (refusal.isPresent()) {
        response.sendError(refusal.getAsInt());
        return;
      }
      // a page stands behind a door of its own, a feed is a servlet
      RequestDispatcher target = request.getRequestDispatcher(page ? PAGES + file : file);
      try {
        found.get().gate().check(person);
        if (file.equals(path)) {
          // a servlet of that very address: only so does it get files that are sent with a form
          chain.doFilter(request, response);
        } else if (found.get().kept()
            && !person.isSignedIn()
            && KeptPages.mayKeep(request, address)) {
          kept.answer(
              request,
              response,
              address,
              language.get(),
              zone.text(),
              to -> target.forward(request, to));
        } else {
          target.forward(request, response);
        }
      } catch (ServletException | RuntimeException e) {
        OptionalInt status = ExpectedFailures.status(e);
        if (status.isEmpty() || response.isCommitted()) {
          throw e;
        }
        response.sendError(status.getAsInt());
      }
    } else if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (path.length() > 1
        && path.endsWith("/")
        && routes.find(path.substring(0, path.length() - 1)).isPresent()) {
      String query = request.getQueryString();
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader(
          "Location", path.substring(0, path.length() - 1) + (query == null ? "" : "?" + query));
    } else {
      chain.doFilter(request, response);
    }
  }
}
