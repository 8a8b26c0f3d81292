package org.portolan.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.attendance.SessionPapers;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.NumberedServlet;

/** Papers around a session for the centre that holds it, as documents. */
@OpenTo("everyone")
@WebServlet("/session-papers/*")
public class PapersServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient SessionPapers papers;
  @Inject private transient CurrentLanguage language;

  public PapersServlet() {
    super("session");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String kind = String.valueOf(request.getPathInfo());
    send(response, document(kind, id), kind.substring(1) + "-" + id);
  }

  private byte[] document(String kind, long session) {
    Language reader = language.get();
    return switch (kind) {
      case "/badges" -> papers.badges(session, reader);
      case "/name-plates" -> papers.namePlates(session, reader);
      case "/certificates" -> papers.certificates(session, reader);
      default -> throw new NotFound("a paper of that kind");
    };
  }

  static void send(HttpServletResponse response, byte[] document, String name) throws IOException {
    response.setContentType("application/pdf");
    response.setContentLength(document.length);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(document);
  }
}
