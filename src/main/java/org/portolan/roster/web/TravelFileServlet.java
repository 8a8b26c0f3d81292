package org.portolan.roster.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.portolan.platform.exchange.FileForm;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NumberedServlet;
import org.portolan.roster.Travel;

/**
 * What people told for their journeys, as a table. The route is open to centres, and past the route
 * the service knows who asks.
 */
@OpenTo("everyone")
@WebServlet("/session-travel")
public class TravelFileServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Travel travel;
  @Inject private transient CurrentLanguage language;

  public TravelFileServlet() {
    super("session");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FileForm.Format form =
        "csv".equals(request.getParameter("format")) ? FileForm.Format.CSV : FileForm.Format.XLSX;
    List<List<String>> rows = travel.table(id, language.get());
    response.setContentType(form.mediaType());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"travel-" + id + "." + form.name().toLowerCase(Locale.ROOT) + "\"");
    response.setHeader("Cache-Control", "no-store");
    SentTable.write(form, "travel", rows, response.getOutputStream());
  }
}
