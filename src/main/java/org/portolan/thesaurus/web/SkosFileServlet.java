package org.portolan.thesaurus.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.FormFiles;
import org.portolan.platform.web.RouterFilter;
import org.portolan.thesaurus.RefusedSkos;
import org.portolan.thesaurus.SkosImport;
import org.portolan.thesaurus.SkosReport;

/** Takes a file with a thesaurus, to try it out or to write it. The service says who may. */
@OpenTo("everyone")
@MultipartConfig(
    fileSizeThreshold = 1024 * 1024,
    maxFileSize = SkosFileServlet.LARGEST,
    maxRequestSize = SkosFileServlet.LARGEST + 64 * 1024)
@WebServlet("/desk/thesaurus/import/file")
public class SkosFileServlet extends HttpServlet {
  static final long LARGEST = 32L * 1024 * 1024;

  /** Request attribute with the {@link SkosReport} that the page is to show. */
  static final String REPORT = "portolan.skos";

  /** Request attribute with the word for why a file was refused. */
  static final String REFUSED = "portolan.skos.refused";

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/desk/thesaurus/import";

  @Inject private transient SkosImport skos;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    skos.require();
    try {
      request.setAttribute(REPORT, report(request));
    } catch (RefusedSkos e) {
      request.setAttribute(REFUSED, e.reason().name().toLowerCase(Locale.ROOT));
    } catch (IllegalStateException | ServletException | IOException e) {
      request.setAttribute(REFUSED, FormFiles.tooLarge(request, e, LARGEST) ? "large" : "missing");
    }
    request.setAttribute(RouterFilter.ADDRESS, PAGE);
    request
        .getRequestDispatcher(RouterFilter.PAGES + "/thesaurus/import.xhtml")
        .forward(request, response);
  }

  private SkosReport report(HttpServletRequest request)
      throws IOException, ServletException, RefusedSkos {
    Part file = request.getPart("file");
    if (file == null || file.getSize() == 0) {
      throw new ServletException("no file");
    }
    try (InputStream in = file.getInputStream()) {
      return "apply".equals(request.getParameter("act")) ? skos.apply(in) : skos.tryOut(in);
    } finally {
      file.delete();
    }
  }

  /** For whoever loads the address again. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    skos.require();
    response.sendRedirect(PAGE);
  }
}
