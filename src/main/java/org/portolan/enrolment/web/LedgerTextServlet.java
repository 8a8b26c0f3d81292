package org.portolan.enrolment.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.portolan.enrolment.LedgerDesk;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NotFound;

/**
 * The seats of a session as a line of its ledger left them, as the text to compare. The route is
 * open to centres, and past the route the desk knows who asks.
 */
@OpenTo("everyone")
@WebServlet("/session-ledger")
public class LedgerTextServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  @Inject private transient LedgerDesk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long session = number(request.getParameter("id"));
    long line = number(request.getParameter("line"));
    // the fingerprint on the page is of these bytes
    byte[] text = desk.text(session, line).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(text.length);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"seats-" + session + "-" + line + ".txt\"");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(text);
  }

  private static long number(String sent) {
    if (sent == null || !NUMBER.matcher(sent).matches()) {
      throw new NotFound("line of a ledger");
    }
    return Long.parseLong(sent);
  }
}
