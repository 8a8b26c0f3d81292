package org.portolan.administration.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.portolan.platform.exchange.Exchange;
import org.portolan.platform.exchange.FileForm;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/**
 * Files to take away: records of a scope, and what is wrong with the rows of an import. The service
 * says who gets which.
 */
@OpenTo("everyone")
@WebServlet("/exchange-file/*")
public class ExchangeFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Exchange exchange;
  @Inject private transient ExchangeWords words;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if ("/report".equals(request.getPathInfo())) {
      report(request, response);
    } else {
      export(request, response);
    }
  }

  private void report(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String id = String.valueOf(request.getParameter("id"));
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("import");
    }
    exchange.find(Long.parseLong(id));
    name(response, "import-" + id, FileForm.Format.CSV);
    exchange.report(Long.parseLong(id), response.getOutputStream(), words);
  }

  private void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String kind = String.valueOf(request.getParameter("kind"));
    Scope extent = scope(String.valueOf(request.getParameter("extent")));
    FileForm.Format format =
        "xlsx".equals(request.getParameter("format")) ? FileForm.Format.XLSX : FileForm.Format.CSV;
    exchange.permit(kind, extent);
    String what = extent.equals(Scope.PLATFORM) ? kind : kind + "-" + extent.code();
    name(response, what, format);
    exchange.export(kind, extent, format, response.getOutputStream());
  }

  private static Scope scope(String term) {
    int colon = term.indexOf(':');
    try {
      return new Scope(
          Scope.Kind.of(term.substring(0, Math.max(0, colon))), term.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      throw new NotFound("scope");
    }
  }

  private void name(HttpServletResponse response, String what, FileForm.Format format) {
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"portolan-%s-%s.%s\""
            .formatted(
                what.replaceAll("[^A-Za-z0-9._-]", "_"),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                format.name().toLowerCase(Locale.ROOT)));
  }
}
