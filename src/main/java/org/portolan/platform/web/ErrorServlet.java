package org.portolan.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.security.ProofNeeded;

/** Turns every failure into a page, or a problem document, that says what happened. */
@OpenTo("everyone")
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /**
   * Request attribute with the address to which somebody sent a form whose sign-in had ended, or
   * who has to show again who they are. The page for that answers such a request itself, so that
   * what was typed is not lost.
   */
  public static final String SENT = "portolan.sent";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String SIGN_IN = "/sign-in";
  private static final String CONFIRM = "/account/confirm";
  private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());

  private transient Routes routes;

  @Override
  public void init() {
    routes = Routes.read(getServletContext().getResourceAsStream("/WEB-INF/routes.txt"));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getDispatcherType() != jakarta.servlet.DispatcherType.ERROR) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    int status = status(request, failure);
    if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      LOG.log(
          Level.SEVERE, failure, () -> "failed: " + request.getMethod() + " " + printable(address));
    }
    if (request.getHeader("Faces-Request") != null) {
      // a script that asked for a part can show no other page: it asks for the whole one again
      response.setStatus(status);
      return;
    }
    boolean page = !address.startsWith("/api/");
    if (page && status == HttpServletResponse.SC_UNAUTHORIZED) {
      showWho(SIGN_IN, request, response, address);
      return;
    }
    if (page && status == ProofNeeded.STATUS) {
      showWho(CONFIRM, request, response, address);
      return;
    }
    response.setStatus(status);
    request.setAttribute("portolan.status", shown(status));
    if (address.startsWith("/api/")) {
      response.setContentType(ProblemDocument.MEDIA_TYPE);
      response.getWriter().print(problem(status).json());
      return;
    }
    request
        .getRequestDispatcher("/WEB-INF/errors/error.xhtml")
        .forward(METHODS.contains(request.getMethod()) ? request : new Read(request), response);
  }

  /** Faces shows no page to other methods, not even one that says so. */
  private static final class Read extends HttpServletRequestWrapper {
    Read(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }

  /** Leads to a page on which somebody shows who they are, and from there on. */
  private void showWho(
      String where, HttpServletRequest request, HttpServletResponse response, String path)
      throws ServletException, IOException {
    Object shown = request.getAttribute(RouterFilter.ADDRESS);
    String wanted = shown == null ? path : shown.toString();
    String address = Address.of(where, Map.of("to", wanted));
    if (!request.getMethod().equals("POST")) {
      response.sendRedirect(address);
      return;
    }
    response.setStatus(HttpServletResponse.SC_OK);
    request.setAttribute(SENT, wanted);
    request.setAttribute(RouterFilter.ADDRESS, address);
    request
        .getRequestDispatcher(RouterFilter.PAGES + routes.find(where).orElseThrow().file())
        .forward(request, response);
  }

  private static int status(HttpServletRequest request, Throwable failure) {
    OptionalInt expected = ExpectedFailures.status(failure);
    if (expected.isPresent()) {
      return expected.getAsInt();
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DatabaseGone.is(sql)) {
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      }
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return failure == null && code instanceof Integer status
        ? status
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  /** What goes wrong before a resource is reached, by the types that resources give it too. */
  private static ProblemDocument problem(int status) {
    return switch (status) {
      case 401 -> new ProblemDocument(status, "not-signed-in", "The token is not valid", null);
      case 403 -> new ProblemDocument(status, "not-allowed", "This is not for you to do", null);
      case 404 -> new ProblemDocument(status, "not-found", "Not found", null);
      case 429 ->
          new ProblemDocument(
              status, "too-many-tries", "Too many wrong tokens came from this address", null);
      case 503 ->
          new ProblemDocument(status, "unavailable", "The database cannot be reached", null);
      default -> new ProblemDocument(status, "about:blank", "This could not be answered", null);
    };
  }

  private static int shown(int status) {
    return switch (status) {
      case 403, 404, 408, 409, 503 -> status;
      default -> status < 500 ? 400 : 500;
    };
  }

  private static String printable(String address) {
    return address.replaceAll("\\p{Cntrl}", " ");
  }
}
