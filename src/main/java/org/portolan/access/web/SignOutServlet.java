package org.portolan.access.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.access.SignInService;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.security.SessionCookie;

/** Signs out by a posted form; a link that was only opened must not. */
@OpenTo("everyone")
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient SignInService signIns;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SessionCookie.read(request).ifPresent(signIns::signOut);
    SessionCookie.clear(response);
    // what the browser kept of pages that were for this person alone
    response.setHeader("Clear-Site-Data", "\"cache\"");
    response.sendRedirect("/");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect("/");
  }
}
