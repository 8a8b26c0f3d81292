package org.portolan.roster.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.platform.exchange.FileForm;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.NumberedServlet;
import org.portolan.roster.PaperKind;
import org.portolan.roster.Rosters;
import org.portolan.seat.ApplicationState;

/**
 * The participants of a session as a table, or the letters to them in one document. The route is
 * open to centres, and past the route the service knows who asks.
 */
@OpenTo("everyone")
@WebServlet("/session-participants")
public class ParticipantsFileServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Rosters rosters;
  @Inject private transient CurrentLanguage language;

  public ParticipantsFileServlet() {
    super("session");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String format = String.valueOf(request.getParameter("format"));
    if (format.equals("pdf")) {
      PaperKind kind = LetterServlet.kind(request);
      LetterServlet.send(
          response,
          rosters.papers(kind, id, picks(request)),
          kind == PaperKind.INVITATION ? "letters-" + id : kind.code() + "-" + id);
      return;
    }
    FileForm.Format form = format.equals("csv") ? FileForm.Format.CSV : FileForm.Format.XLSX;
    List<List<String>> rows =
        rosters.table(id, state(request.getParameter("state")), language.get());
    response.setContentType(form.mediaType());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"participants-"
            + id
            + "."
            + form.name().toLowerCase(Locale.ROOT)
            + "\"");
    response.setHeader("Cache-Control", "no-store");
    SentTable.write(form, "participants", rows, response.getOutputStream());
  }

  private static ApplicationState state(String code) {
    return Arrays.stream(ApplicationState.values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private static Set<Long> picks(HttpServletRequest request) {
    String[] sent = request.getParameterValues("pick");
    if (sent == null) {
      return Set.of();
    }
    Set<Long> picks =
        Stream.of(sent)
            .filter(each -> each.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .collect(Collectors.toSet());
    if (picks.isEmpty()) {
      throw new NotFound("an application of such a number");
    }
    return picks;
  }
}
