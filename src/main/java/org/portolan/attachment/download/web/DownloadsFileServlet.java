package org.portolan.attachment.download.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.portolan.attachment.download.DownloadDay;
import org.portolan.attachment.download.Downloads;
import org.portolan.platform.exchange.FileForm;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.QueryParameters;

/**
 * What was taken day by day, as a table. The route is open to editors, and past the route the
 * service knows who asks.
 */
@OpenTo("everyone")
@WebServlet("/download-counts")
public class DownloadsFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Downloads downloads;
  @Inject private transient CurrentLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String days = QueryParameters.text(request.getParameter("days"));
    int wished =
        DownloadsBean.days(
            days == null ? Downloads.USUAL : days.matches("\\d{1,4}") ? Long.parseLong(days) : 0);
    Language reader = language.get();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Texts.text(reader, "attachment.taken.day"),
            Texts.text(reader, "attachment.taken.code"),
            Texts.text(reader, "attachment.taken.practice"),
            Texts.text(reader, "attachment.taken.what"),
            Texts.text(reader, "attachment.taken.language"),
            Texts.text(reader, "attachment.taken.count")));
    for (DownloadDay each : downloads.byDay(wished)) {
      rows.add(
          List.of(
              each.day().toString(),
              each.code(),
              String.valueOf(each.title()),
              what(each.file(), reader),
              each.language(),
              String.valueOf(each.taken())));
    }
    response.setContentType(FileForm.Format.CSV.mediaType());
    response.setHeader("Content-Disposition", "attachment; filename=\"downloads.csv\"");
    response.setHeader("Cache-Control", "no-store");
    SentTable.write(FileForm.Format.CSV, "downloads", rows, response.getOutputStream());
  }

  private static String what(String file, Language reader) {
    return file == null
        ? Texts.text(reader, "attachment.taken.paper")
        : file.isEmpty() ? Texts.text(reader, "attachment.taken.removed") : file;
  }
}
