package org.portolan.roster.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NotFound;
import org.portolan.roster.Rosters;

/**
 * The letter to one who has a seat, as a document. The route is open to persons, and past the route
 * the service knows who asks.
 */
@OpenTo("everyone")
@WebServlet("/application-letter")
public class LetterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Rosters rosters;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String number = request.getParameter("id");
    if (number == null || !number.matches("\\d{1,18}")) {
      throw new NotFound("application");
    }
    send(response, rosters.letter(Long.parseLong(number)), "letter-" + number);
  }

  static void send(HttpServletResponse response, byte[] document, String name) throws IOException {
    response.setContentType("application/pdf");
    response.setContentLength(document.length);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(document);
  }
}
