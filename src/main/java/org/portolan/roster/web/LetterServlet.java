package org.portolan.roster.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.NumberedServlet;
import org.portolan.roster.PaperKind;
import org.portolan.roster.Rosters;

/**
 * What one who has a seat is given on paper, as a document. The route is open to persons, and past
 * the route the service knows who asks.
 */
@OpenTo("everyone")
@WebServlet("/application-letter")
public class LetterServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Rosters rosters;

  public LetterServlet() {
    super("application");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PaperKind kind = kind(request);
    send(response, rosters.paper(kind, id), name(kind) + id);
  }

  /** The one that was asked for; an invitation where none was. */
  static PaperKind kind(HttpServletRequest request) {
    String code = request.getParameter("paper");
    return code == null
        ? PaperKind.INVITATION
        : PaperKind.of(code).orElseThrow(() -> new NotFound("a paper of that kind"));
  }

  static String name(PaperKind kind) {
    return kind == PaperKind.INVITATION ? "letter-" : kind.code() + "-";
  }

  static void send(HttpServletResponse response, byte[] document, String name) throws IOException {
    response.setContentType("application/pdf");
    response.setContentLength(document.length);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(document);
  }
}
