package org.portolan.administration.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.portolan.access.ActingFor;
import org.portolan.access.SignInService;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.security.SessionCookie;

/** Ends acting as somebody, by the form at the top of every page, and leads back to their page. */
@OpenTo("everyone")
@WebServlet("/acting/stop")
public class StopActingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ActingFor acting;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<ActingFor.Ended> ended = SessionCookie.read(request).flatMap(acting::end);
    if (ended.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    SessionCookie.write(response, ended.get().token(), SignInService.LIFE);
    // what the browser kept of pages that were for that person alone
    response.setHeader("Clear-Site-Data", "\"cache\"");
    response.sendRedirect("/desk/persons/" + ended.get().person() + "?done=stopped");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect("/");
  }
}
