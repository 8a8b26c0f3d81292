package org.portolan.programme.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.portolan.platform.exchange.FileForm;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.programme.ProgrammeTemplate;

/** The empty spreadsheet for the sessions of a year. The routing table says who may come. */
@OpenTo("everyone")
@WebServlet("/programme-template")
public class ProgrammeTemplateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ProgrammeTemplate template;
  @Inject private transient CurrentLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, List<List<String>>> sheets = template.sheets(language.get());
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(FileForm.Format.XLSX.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"portolan-sessions-template.xlsx\"");
    SentTable.write(sheets, response.getOutputStream());
  }
}
