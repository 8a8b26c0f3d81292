package org.portolan.platform.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.OnBehalf;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/**
 * Taking records out into files and putting them in again. Who may do what is said by the sheets;
 * an import is seen by whoever made it and by administrators.
 */
@ApplicationScoped
public class Exchange {
  /** The largest file that is taken, in bytes. */
  public static final int LARGEST = 20 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;
  private static final int LISTED = 20;

  /** Of what works, something is heard more often. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  @Inject private Sheets sheets;
  @Inject private ImportStore store;
  @Inject private ImportWork work;
  @Inject private OnBehalf background;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** What the person who asks may exchange. */
  @Transactional
  public List<Sheet> sheets() {
    requireBrowser();
    List<Sheet> open = sheets.list().stream().filter(Sheet::open).toList();
    if (open.isEmpty()) {
      throw new NotAllowed();
    }
    return open;
  }

  private Sheet sheet(String kind) {
    requireBrowser();
    Sheet sheet = sheets.find(kind).orElseThrow(() -> new NotFound("sheet"));
    if (!sheet.open()) {
      throw new NotAllowed();
    }
    return sheet;
  }

  private void requireBrowser() {
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
  }

  /** Says no before anything is written of an export that would not be given. */
  @Transactional
  public void permit(String kind, Scope extent) {
    if (!sheet(kind).extents().contains(extent)) {
      throw new NotAllowed();
    }
  }

  /** Writes the records of a scope to a file. */
  @Transactional
  public void export(String kind, Scope extent, FileForm.Format format, OutputStream out)
      throws IOException {
    permit(kind, extent);
    Sheet sheet = sheet(kind);
    int[] count = {0};
    SheetWriting.write(
        format,
        kind,
        out,
        rows -> {
          rows.accept(head(sheet));
          sheet.export(
              extent,
              cells -> {
                count[0]++;
                rows.accept(marked(sheet, cells));
              });
        });
    audit.entry("export.made", "export", kind).scope(extent).change("rows", null, count[0]).write();
  }

  private static List<String> head(Sheet sheet) {
    List<String> head = new ArrayList<>(sheet.columns().stream().map(SheetColumn::code).toList());
    head.add(RecordMark.COLUMN);
    return head;
  }

  private static List<String> marked(Sheet sheet, List<String> cells) {
    List<String> row = new ArrayList<>(cells);
    row.add(RecordMark.of(sheet.columns(), cells));
    return row;
  }

  /**
   * Takes a file and begins to look at it.
   *
   * @return the number of the import
   */
  public long upload(String kind, String fileName, byte[] content) {
    sheet(kind);
    String name = fileName == null ? "" : fileName.replaceAll("\\p{Cntrl}", "");
    long id =
        store.add(
            kind, me.id(), name.substring(Math.max(0, name.length() - LONGEST_NAME)), content);
    background.later(() -> work.check(id));
    return id;
  }

  /** Reads the file again, in another way. */
  public void reread(long id, String charset, String delimiter) {
    ImportJob job = find(id);
    if (job.form() == null
        || !FileForm.CHARSETS.contains(charset)
        || !FileForm.DELIMITERS.contains(delimiter)) {
      throw new NotFound("encoding");
    }
    if (job.kept()
        && store.move(
            id, EnumSet.of(ImportState.CHECKED, ImportState.UNREADABLE), ImportState.CHECKING)) {
      store.form(id, job.form().as(charset, delimiter));
      background.later(() -> work.check(id));
    }
  }

  /** Reads the file again, with days that are written as text in this order. */
  public void rereadDays(long id, DayOrder order) {
    ImportJob job = find(id);
    if (job.kept()
        && store.move(
            id, EnumSet.of(ImportState.CHECKED, ImportState.UNREADABLE), ImportState.CHECKING)) {
      store.days(id, order);
      background.later(() -> work.check(id));
    }
  }

  /** An import as it is now. */
  public ImportJob find(long id) {
    requireBrowser();
    ImportJob job =
        store
            .find(id)
            .filter(found -> found.personId() == me.id() || me.isAdministrator())
            .orElseThrow(() -> new NotFound("import"));
    if (job.state().moving() && job.moved().isBefore(clock.instant().minus(SILENCE))) {
      return stopped(job);
    }
    return job;
  }

  /** The node that worked on it is gone, and with it whatever it had not committed: all of it. */
  private ImportJob stopped(ImportJob job) {
    ImportState before =
        switch (job.state()) {
          case APPLYING -> ImportState.CHECKED;
          case UNDOING -> ImportState.APPLIED;
          default -> ImportState.UNREADABLE;
        };
    store.move(
        job.id(),
        EnumSet.of(job.state()),
        before,
        List.of(new CellProblem(null, "platform.exchange.job.stopped", List.of())));
    return store.find(job.id()).orElseThrow();
  }

  /** The newest imports of the person who asks; of everybody for administrators. */
  public List<ImportJob> list() {
    requireBrowser();
    return store.list(me.isAdministrator() ? null : me.id(), LISTED);
  }

  /** What the file of an import can be put into. */
  public Sheet sheetOf(ImportJob job) {
    return sheets.get(job.kind());
  }

  /** Some rows of an import in the order of its file. */
  public List<CheckedRow> rows(long id, Collection<Verdict> verdicts, int most) {
    find(id);
    return store.rows(id, verdicts, 0, false, most);
  }

  /**
   * Begins to write what the dry run said, for somebody who just showed who they are: a file
   * changes thousands of records at once.
   *
   * @param overwrite whether rows are written that somebody changed since the export
   * @return false where it cannot be applied
   */
  public boolean apply(long id, boolean overwrite) {
    return apply(id, overwrite, false);
  }

  /**
   * @param part whether rows with something wrong in them are left out, where the sheet allows that
   */
  public boolean apply(long id, boolean overwrite, boolean part) {
    ImportJob job = find(id);
    Sheet sheet = sheet(job.kind());
    me.requireRecentProof();
    if (!(job.applicable() || part && sheet.partial() && job.applicableInPart())
        || job.counts().writes(overwrite) == 0
        || !store.move(id, EnumSet.of(ImportState.CHECKED), ImportState.APPLYING)) {
      return false;
    }
    store.overwrite(id, overwrite);
    background.later(() -> work.apply(id));
    return true;
  }

  /** Begins to make everything as it was before, for somebody who just showed who they are. */
  public boolean undo(long id) {
    ImportJob job = find(id);
    sheet(job.kind());
    me.requireRecentProof();
    if (!store.move(id, EnumSet.of(ImportState.APPLIED), ImportState.UNDOING)) {
      return false;
    }
    background.later(() -> work.undo(id));
    return true;
  }

  /** Forgets an import that was not applied. */
  public boolean discard(long id) {
    ImportJob job = find(id);
    if (job.state().moving() || job.state() == ImportState.APPLIED) {
      return false;
    }
    store.remove(id);
    return true;
  }

  /**
   * Writes everything that is to be said about the rows of an import, a line for each.
   *
   * @param words says a problem, and the reason why a row waits for a decision
   */
  public void report(long id, OutputStream out, ReportWords words) throws IOException {
    ImportJob job = find(id);
    Sheet sheet = sheetOf(job);
    SheetWriting.write(
        FileForm.Format.CSV,
        job.kind(),
        out,
        rows -> {
          rows.accept(words.head());
          int line = 0;
          List<CheckedRow> part = said(id, line);
          while (!part.isEmpty()) {
            for (CheckedRow row : part) {
              report(sheet, row, words, rows);
              line = row.line();
            }
            part = said(id, line);
          }
        });
  }

  private List<CheckedRow> said(long id, int line) {
    return store.rows(id, Set.of(Verdict.ERROR, Verdict.STALE), line, false, ImportSteps.CHUNK);
  }

  private static void report(
      Sheet sheet, CheckedRow row, ReportWords words, Consumer<List<String>> rows) {
    for (CellProblem problem : row.problems()) {
      rows.accept(
          List.of(
              Integer.toString(row.line()),
              problem.column() == null ? "" : problem.column(),
              row.cell(sheet, problem.column()),
              words.problem(problem)));
    }
    for (String column : row.stale()) {
      rows.accept(
          List.of(
              Integer.toString(row.line()),
              column,
              row.cell(sheet, column),
              words.stale(row.before(sheet, column))));
    }
  }

  /** The words of a report in the language of its reader. */
  public interface ReportWords {
    List<String> head();

    String problem(CellProblem problem);

    /**
     * @param now what the record has
     */
    String stale(String now);
  }
}
