package org.portolan.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.attendance.MyAttendance;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NotFound;

/** The certificate of attendance of the one who asks, as a document. */
@OpenTo("everyone")
@WebServlet("/own-certificate")
public class CertificateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient MyAttendance attendance;
  @Inject private transient CurrentLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getParameter("id");
    if (id == null || !id.matches("\\d{1,18}")) {
      throw new NotFound("session");
    }
    PapersServlet.send(
        response, attendance.certificate(Long.parseLong(id), language.get()), "certificate-" + id);
  }
}
