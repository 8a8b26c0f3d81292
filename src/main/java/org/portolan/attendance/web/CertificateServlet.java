package org.portolan.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.attendance.MyAttendance;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NumberedServlet;

/** The certificate of attendance of the one who asks, as a document. */
@OpenTo("everyone")
@WebServlet("/own-certificate")
public class CertificateServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient MyAttendance attendance;
  @Inject private transient CurrentLanguage language;

  public CertificateServlet() {
    super("session");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PapersServlet.send(response, attendance.certificate(id, language.get()), "certificate-" + id);
  }
}
