package org.portolan.platform.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;

/**
 * What is done to records: each step is one transaction, so that an import is applied whole or not
 * at all, and undone in the same way.
 */
@ApplicationScoped
class ImportSteps {
  static final int CHUNK = 1000;
  private static final int NAMED = 20;

  @Inject private ImportStore store;
  @Inject private AuditTrail audit;

  /** Keeps what is wrong with the head of a file. */
  @Transactional
  public void keep(long id, CheckedRow head) {
    hold(id);
    store.addRows(id, List.of(head));
  }

  @Transactional
  public void count(long id, ImportJob.Counts counts) {
    hold(id);
    store.counted(id, counts);
  }

  /** Somebody whom the file names may be erased meanwhile, and the import given up for that. */
  private void hold(long id) {
    if (!store.holds(id, ImportState.CHECKING)) {
      throw new GivenUp();
    }
  }

  /** Ends the look at an import that was given up. */
  static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUp() {
      super(null, null, false, false);
    }
  }

  /** Looks at some rows and keeps what was found; records stay as they are. */
  @Transactional
  public ImportJob.Counts check(
      long id, RowChecking checking, List<RawRow> rows, ImportJob.Counts counts) {
    hold(id);
    ImportJob.Counts sum = counts;
    List<CheckedRow> kept = new ArrayList<>();
    for (CheckedRow row : checking.check(rows)) {
      sum = sum.plus(row.verdict());
      if (row.verdict() != Verdict.SAME) {
        kept.add(row);
      }
    }
    store.addRows(id, kept);
    return sum;
  }

  /**
   * Writes all rows, if what they were checked against is still so.
   *
   * @throws Overtaken where it is not
   */
  @Transactional
  public void apply(Sheet sheet, ImportJob job, boolean overwrite, IntConsumer progress) {
    store.takeTurn();
    Map<String, Integer> places = RowChecking.places(sheet.columns());
    int done = 0;
    int line = 0;
    for (List<CheckedRow> rows = next(sheet, job, overwrite, line, false);
        !rows.isEmpty();
        rows = next(sheet, job, overwrite, line, false)) {
      line = rows.get(rows.size() - 1).line();
      Map<String, StoredRecord> stored = sheet.find(keys(sheet, rows), true);
      List<SheetEdit> edits = new ArrayList<>();
      for (CheckedRow row : rows) {
        StoredRecord now = stored.get(RecordKey.of(key(sheet, row)));
        if (!same(now, row.before())) {
          throw new Overtaken(Map.of(row.line(), sheet.name(row.after())));
        }
        edits.add(new SheetEdit(row.line(), places, now, row.after()));
      }
      write(sheet, edits, "record.imported");
      done += rows.size();
      progress.accept(done);
    }
    store.applied(job.id(), true);
    audit
        .entry("import.applied", "import", job.id())
        .change("kind", null, sheet.kind())
        .change("made", null, job.counts().made())
        .change("changed", null, done - job.counts().made())
        .write();
    finish(job.id(), ImportState.APPLYING, ImportState.APPLIED);
  }

  private void write(Sheet sheet, List<SheetEdit> edits, String action) {
    for (SheetEdit edit : edits) {
      if (!sheet.within(edit.after()) || !edit.isNew() && !sheet.within(edit.stored().cells())) {
        throw new Overtaken(Map.of(edit.line(), sheet.name(edit.after())));
      }
    }
    sheet.check(edits);
    for (SheetEdit edit : edits) {
      if (!edit.problems().isEmpty()) {
        throw new Overtaken(Map.of(edit.line(), sheet.name(edit.after())));
      }
    }
    writeChecked(sheet, edits, action);
  }

  private void writeChecked(Sheet sheet, List<SheetEdit> edits, String action) {
    if (edits.isEmpty()) {
      return;
    }
    sheet.write(edits);
    Map<String, StoredRecord> written =
        sheet.find(
            edits.stream().map(edit -> edit.after().subList(0, sheet.keys())).toList(), false);
    List<Deed> deeds = new ArrayList<>();
    for (SheetEdit edit : edits) {
      StoredRecord now = written.get(RecordKey.of(edit.after().subList(0, sheet.keys())));
      if (now == null || !now.cells().equals(edit.after())) {
        // undoing would not find again what was written
        throw new IllegalStateException(
            sheet.kind() + " row " + edit.line() + " is not kept as it was given");
      }
      deeds.add(
          deed(
              sheet,
              action,
              now,
              edit.stored() == null ? null : edit.stored().cells(),
              now.cells()));
    }
    audit.writeAll(deeds);
    sheet.written(written.values());
  }

  private Deed deed(
      Sheet sheet, String action, StoredRecord record, List<String> before, List<String> after) {
    Deed deed = audit.entry(action, sheet.record(), record.id());
    sheet.scope(record.cells()).ifPresent(deed::scope);
    Optional<Long> person = sheet.person(record);
    for (int i = 0; i < sheet.columns().size(); i++) {
      SheetColumn column = sheet.columns().get(i);
      String was = before == null || before.get(i).isEmpty() ? null : before.get(i);
      String is = after == null || after.get(i).isEmpty() ? null : after.get(i);
      if (column.personal() && person.isPresent()) {
        deed.personal(person.get(), column.field(), was, is);
      } else {
        deed.change(column.field(), was, is);
      }
    }
    return deed;
  }

  /**
   * Makes everything as it was before the import.
   *
   * @throws Overtaken with the names of records that were changed since, or are needed by others
   */
  @Transactional
  public void undo(Sheet sheet, ImportJob job, IntConsumer progress) {
    store.takeTurn();
    refuseWhereChanged(sheet, job);
    Map<String, Integer> places = RowChecking.places(sheet.columns());
    Map<Integer, String> needed = new TreeMap<>();
    int done = 0;
    int line = Integer.MAX_VALUE;
    for (List<CheckedRow> rows = next(sheet, job, job.overwrite(), line, true);
        !rows.isEmpty();
        rows = next(sheet, job, job.overwrite(), line, true)) {
      line = rows.get(rows.size() - 1).line();
      Map<String, StoredRecord> stored = sheet.find(keys(sheet, rows), false);
      List<SheetEdit> back = new ArrayList<>();
      Map<Integer, StoredRecord> gone = new TreeMap<>();
      for (CheckedRow row : rows) {
        StoredRecord now = stored.get(RecordKey.of(key(sheet, row)));
        if (row.before() == null) {
          gone.put(row.line(), now);
        } else {
          back.add(new SheetEdit(row.line(), places, now, row.before()));
        }
      }
      writeChecked(sheet, back, "record.import-undone");
      if (!gone.isEmpty()) {
        remove(sheet, gone, needed);
      }
      if (needed.size() >= NAMED) {
        break;
      }
      done += rows.size();
      progress.accept(done);
    }
    if (!needed.isEmpty()) {
      throw new Overtaken(needed);
    }
    audit.entry("import.undone", "import", job.id()).change("kind", null, sheet.kind()).write();
    store.applied(job.id(), false);
    store.removeRows(job.id());
    finish(job.id(), ImportState.UNDOING, ImportState.UNDONE);
  }

  private void remove(Sheet sheet, Map<Integer, StoredRecord> byLine, Map<Integer, String> needed) {
    List<StoredRecord> gone = List.copyOf(byLine.values());
    List<String> kept = sheet.remove(gone);
    byLine.forEach(
        (line, record) -> {
          if (needed.size() < NAMED
              && kept.contains(RecordKey.of(record.cells().subList(0, sheet.keys())))) {
            needed.put(line, sheet.name(record.cells()));
          }
        });
    audit.writeAll(
        gone.stream()
            .map(record -> deed(sheet, "record.import-undone", record, record.cells(), null))
            .toList());
    sheet.written(gone);
  }

  /** Locks all that is to be undone and compares it with what the import made of it. */
  private void refuseWhereChanged(Sheet sheet, ImportJob job) {
    Map<Integer, String> changed = new TreeMap<>();
    int line = 0;
    for (List<CheckedRow> rows = next(sheet, job, job.overwrite(), line, false);
        !rows.isEmpty() && changed.size() < NAMED;
        rows = next(sheet, job, job.overwrite(), line, false)) {
      line = rows.get(rows.size() - 1).line();
      Map<String, StoredRecord> stored = sheet.find(keys(sheet, rows), true);
      for (CheckedRow row : rows) {
        StoredRecord now = stored.get(RecordKey.of(key(sheet, row)));
        if (changed.size() < NAMED && (!same(now, row.after()) || !sheet.within(now.cells()))) {
          changed.put(row.line(), sheet.name(row.after()));
        }
      }
    }
    if (!changed.isEmpty()) {
      throw new Overtaken(changed);
    }
  }

  private List<CheckedRow> next(
      Sheet sheet, ImportJob job, boolean overwrite, int line, boolean backwards) {
    Set<Verdict> verdicts = EnumSet.of(Verdict.NEW, Verdict.CHANGED);
    if (overwrite) {
      verdicts.add(Verdict.STALE);
    }
    return store.rows(job.id(), verdicts, line, backwards, sheet.part());
  }

  private static List<List<String>> keys(Sheet sheet, List<CheckedRow> rows) {
    return rows.stream().map(row -> key(sheet, row)).toList();
  }

  private static List<String> key(Sheet sheet, CheckedRow row) {
    return row.after().subList(0, sheet.keys());
  }

  private static boolean same(StoredRecord stored, List<String> cells) {
    return stored == null ? cells == null : stored.cells().equals(cells);
  }

  /**
   * Says what stood against applying, on an import that was looked at again since; where somebody
   * whom it names was erased meanwhile, it was given up and says that.
   */
  @Transactional
  public void tellNotApplied(long id, Overtaken why) {
    if (store.holds(id, ImportState.CHECKED)) {
      store.problems(id, List.of(why.problem("overtaken", why.lines())));
    }
  }

  /**
   * Says what stood against undoing. Whoever is erased meanwhile is named neither here nor there:
   * the erasure waits for the import that is held, or had it before and took their lines away.
   */
  @Transactional
  public void tellNotUndone(long id, Overtaken why) {
    if (store.holds(id, ImportState.UNDOING)
        && store.move(id, EnumSet.of(ImportState.UNDOING), ImportState.APPLIED)) {
      List<Integer> lines = store.kept(id, why.lines());
      store.problems(id, List.of(why.problem(lines.isEmpty() ? "failed" : "needed", lines)));
    }
  }

  /** In the transaction of the work: either both are there or neither. */
  private void finish(long id, ImportState from, ImportState to) {
    if (!store.move(id, EnumSet.of(from), to)) {
      throw new IllegalStateException("import " + id + " is not " + from.code() + " any more");
    }
    store.removeFile(id);
  }
}
