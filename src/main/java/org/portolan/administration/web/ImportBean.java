package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.exchange.CellProblem;
import org.portolan.platform.exchange.CheckedRow;
import org.portolan.platform.exchange.DayOrder;
import org.portolan.platform.exchange.Exchange;
import org.portolan.platform.exchange.FileForm;
import org.portolan.platform.exchange.ImportJob;
import org.portolan.platform.exchange.ImportState;
import org.portolan.platform.exchange.Sheet;
import org.portolan.platform.exchange.SheetColumn;
import org.portolan.platform.exchange.Verdict;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** An import: what its dry run found, how far it is, and what can be done with it. */
@Named("importPage")
@RequestScoped
public class ImportBean {
  private static final int SHOWN = 50;
  private static final int CHANGES = 20;
  private static final int LONGEST = 120;
  private static final Map<String, String> DELIMITERS = new LinkedHashMap<>();

  static {
    DELIMITERS.put(",", "comma");
    DELIMITERS.put(";", "semicolon");
    DELIMITERS.put("\t", "tab");
    DELIMITERS.put("|", "bar");
  }

  @Inject private PageParameters parameters;
  @Inject private Exchange exchange;
  @Inject private ExchangeWords words;
  @Inject private Texts texts;

  private ImportJob job;
  private Sheet sheet;
  private List<Cell> errors;

  /**
   * A cell that is talked about.
   *
   * @param now what the record has, where that is known
   * @param dayOpen whether it is a day that may mean two
   */
  public record Cell(
      int line,
      String record,
      String column,
      String value,
      String now,
      String message,
      boolean dayOpen) {
    Cell(int line, String record, String column, String value, String now, String message) {
      this(line, record, column, value, now, message, false);
    }
  }

  @PostConstruct
  void read() {
    String id = parameters.get("id");
    if (id == null || !id.matches("\\d{1,18}")) {
      throw new NotFound("import");
    }
    job = exchange.find(Long.parseLong(id));
    sheet = exchange.sheetOf(job);
  }

  /** Does what the form asks for, then shows the import again. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST")) {
      external.redirect(act(String.valueOf(request.getParameter("act")), request));
    } else if (job.state().moving()) {
      // the page itself has no script that could ask again
      external.setResponseHeader("Refresh", "2");
    }
  }

  private String act(String act, HttpServletRequest request) {
    String here = "/desk/exchange/" + job.id();
    switch (act) {
      case "apply" -> exchange.apply(job.id(), "overwrite".equals(request.getParameter("stale")));
      case "apply-part" -> exchange.apply(job.id(), false, true);
      case "days" ->
          exchange.rereadDays(
              job.id(),
              DayOrder.of(String.valueOf(request.getParameter("order")))
                  .orElseThrow(() -> new NotFound("order")));
      case "undo" -> exchange.undo(job.id());
      case "reread" ->
          exchange.reread(
              job.id(),
              String.valueOf(request.getParameter("charset")),
              DELIMITERS.entrySet().stream()
                  .filter(each -> each.getValue().equals(request.getParameter("delimiter")))
                  .map(Map.Entry::getKey)
                  .findFirst()
                  .orElse(""));
      case "discard" -> {
        if (exchange.discard(job.id())) {
          return "/desk/exchange?kind=" + job.kind();
        }
      }
      default -> throw new NotFound("act");
    }
    return here;
  }

  public ImportJob getJob() {
    return job;
  }

  /** What is to be said of the import as a whole. */
  public List<String> getProblems() {
    return job.problems().stream().map(words::problem).toList();
  }

  public boolean isCounted() {
    return job.state() == ImportState.CHECKED
        || job.state() == ImportState.APPLYING
        || job.state() == ImportState.APPLIED;
  }

  public boolean isChecked() {
    return job.state() == ImportState.CHECKED;
  }

  public boolean isApplied() {
    return job.state() == ImportState.APPLIED;
  }

  /** Whether the file can be read in another way. */
  public boolean isRereadable() {
    return job.kept()
        && job.form() != null
        && job.form().format() == FileForm.Format.CSV
        && (isChecked() || job.state() == ImportState.UNREADABLE);
  }

  /** Whether the good rows can be applied and the others left out. */
  public boolean isPartial() {
    return sheet.partial() && job.applicableInPart();
  }

  /** Whether it can be said how days that are written as text are meant. */
  public boolean isDaysOpen() {
    return job.kept()
        && isChecked()
        && (job.days() != DayOrder.ASK || getErrors().stream().anyMatch(cell -> cell.dayOpen()));
  }

  public List<Choice> getDayOrders() {
    return Arrays.stream(DayOrder.values())
        .map(
            order ->
                new Choice(
                    order.code(),
                    texts.get("administration.exchange.days." + order.code()),
                    order == job.days()))
        .toList();
  }

  public boolean isDiscardable() {
    return !job.state().moving() && !isApplied();
  }

  public List<Choice> getCharsets() {
    return FileForm.CHARSETS.stream()
        .map(charset -> new Choice(charset, charset, charset.equals(job.form().charset())))
        .toList();
  }

  public List<Choice> getDelimiters() {
    List<Choice> choices = new ArrayList<>();
    DELIMITERS.forEach(
        (delimiter, word) ->
            choices.add(
                new Choice(
                    word,
                    texts.get("administration.exchange.delimiter." + word),
                    delimiter.equals(job.form().delimiter()))));
    return choices;
  }

  public int getShown() {
    return SHOWN;
  }

  public int getChangesShown() {
    return CHANGES;
  }

  /** The first cells with something wrong in them. */
  public List<Cell> getErrors() {
    if (errors == null) {
      errors = errors();
    }
    return errors;
  }

  private List<Cell> errors() {
    List<Cell> cells = new ArrayList<>();
    for (CheckedRow row : exchange.rows(job.id(), Set.of(Verdict.ERROR), SHOWN)) {
      for (CellProblem problem : row.problems()) {
        cells.add(
            new Cell(
                row.line(),
                name(row),
                problem.column() == null ? "" : problem.column(),
                shortened(row.cell(sheet, problem.column())),
                "",
                words.problem(problem),
                problem.key().endsWith(".day-open")));
      }
    }
    return cells.subList(0, Math.min(SHOWN, cells.size()));
  }

  /** The first cells that somebody changed since the export. */
  public List<Cell> getStale() {
    List<Cell> cells = new ArrayList<>();
    for (CheckedRow row : exchange.rows(job.id(), Set.of(Verdict.STALE), SHOWN)) {
      row.stale().forEach(column -> cells.add(change(row, column)));
    }
    return cells.subList(0, Math.min(SHOWN, cells.size()));
  }

  /** The first cells that would be another, a line for each new record. */
  public List<Cell> getChanges() {
    List<Cell> cells = new ArrayList<>();
    for (CheckedRow row : exchange.rows(job.id(), Set.of(Verdict.NEW, Verdict.CHANGED), CHANGES)) {
      if (row.verdict() == Verdict.NEW) {
        cells.add(
            new Cell(
                row.line(),
                name(row),
                "",
                "",
                "",
                texts.get("administration.exchange.changes.new")));
      } else {
        sheet.columns().stream()
            .map(SheetColumn::code)
            .filter(column -> !row.cell(sheet, column).equals(row.before(sheet, column)))
            .forEach(column -> cells.add(change(row, column)));
      }
    }
    return cells.subList(0, Math.min(CHANGES, cells.size()));
  }

  private Cell change(CheckedRow row, String column) {
    return new Cell(
        row.line(),
        name(row),
        column,
        shortened(row.cell(sheet, column)),
        shortened(row.before(sheet, column)),
        "");
  }

  private String name(CheckedRow row) {
    return shortened(sheet.name(row.after()).strip());
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
