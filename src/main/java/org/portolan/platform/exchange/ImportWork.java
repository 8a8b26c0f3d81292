package org.portolan.platform.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * What goes on behind an import: looking at its file, applying it, undoing it. Whatever goes wrong
 * ends in a state that says so and in which nothing is half done.
 */
@ApplicationScoped
class ImportWork {
  private static final Logger LOG = Logger.getLogger(ImportWork.class.getName());
  private static final String JOB = "platform.exchange.job.";
  private static final int TURNS = 12;
  private static final int LOCK_WAIT = 1205;
  private static final int TELL_MILLIS = 500;

  @Resource private ManagedScheduledExecutorService scheduler;

  @Inject private Sheets sheets;
  @Inject private ImportStore store;
  @Inject private ImportSteps steps;

  /** A dry run. */
  void check(long id) {
    ImportJob job = store.find(id).orElseThrow();
    try {
      read(sheets.get(job.kind()), job);
    } catch (UnreadableFile e) {
      store.removeRows(id);
      end(id, ImportState.CHECKING, ImportState.UNREADABLE, List.of(e.problem()));
    } catch (ImportSteps.GivenUp e) {
      LOG.log(Level.FINE, "Import {0} was given up", id);
    } catch (RuntimeException e) {
      failed(id, e);
      store.removeRows(id);
      end(id, ImportState.CHECKING, ImportState.UNREADABLE, List.of(problem("failed")));
    }
  }

  private void read(Sheet sheet, ImportJob job) throws UnreadableFile {
    byte[] content = store.content(job.id());
    FileForm form = job.form();
    if (form == null) {
      form = FileForm.guess(content, sheet.columns().stream().map(SheetColumn::code).toList());
      store.form(job.id(), form);
    }
    Set<String> days =
        sheet.columns().stream()
            .filter(column -> column.kind() == SheetColumn.Kind.DAY)
            .map(SheetColumn::code)
            .collect(Collectors.toSet());
    int[] all = {-1};
    FileReading.read(content, form, days, sheet.mostRows(), row -> all[0]++);
    store.removeRows(job.id());
    store.expect(job.id(), Math.max(0, all[0]));
    Looking looking = new Looking(sheet, job);
    FileReading.read(content, form, days, sheet.mostRows(), looking::row);
    looking.flush();
    steps.count(job.id(), looking.counts);
    end(job.id(), ImportState.CHECKING, ImportState.CHECKED, List.of());
  }

  /** Takes the rows of one file some at a time. */
  private final class Looking {
    private final Sheet sheet;
    private final long id;
    private final DayOrder days;
    private final List<RawRow> waiting = new ArrayList<>();
    private RowChecking checking;
    private boolean hopeless;
    private ImportJob.Counts counts = ImportJob.Counts.NONE;

    Looking(Sheet sheet, ImportJob job) {
      this.sheet = sheet;
      this.id = job.id();
      this.days = job.days();
    }

    void row(RawRow row) {
      if (checking == null) {
        begin(row);
      } else if (!hopeless) {
        waiting.add(row);
        if (waiting.size() == sheet.part()) {
          flush();
        }
      }
    }

    private void begin(RawRow row) {
      SheetHead head = new SheetHead(sheet, row);
      checking = new RowChecking(sheet, head, row.cells().size(), days);
      hopeless = !head.readable();
      if (!head.problems().isEmpty()) {
        List<String> empty = sheet.columns().stream().map(column -> "").toList();
        steps.keep(
            id, new CheckedRow(row.line(), Verdict.ERROR, empty, null, List.of(), head.problems()));
        counts = counts.plus(Verdict.ERROR);
      }
    }

    void flush() {
      counts = steps.check(id, checking, waiting, counts);
      waiting.clear();
      store.progress(id, counts.all());
    }
  }

  /** Writes what the dry run said; where that is not so any more, looks again instead. */
  void apply(long id) {
    ImportJob job = store.find(id).orElseThrow();
    try {
      alone(id, progress -> steps.apply(sheets.get(job.kind()), job, job.overwrite(), progress));
    } catch (Overtaken e) {
      if (store.move(id, EnumSet.of(ImportState.APPLYING), ImportState.CHECKING)) {
        check(id);
        steps.tellNotApplied(id, e);
      }
    } catch (RuntimeException e) {
      failed(id, e);
      end(id, ImportState.APPLYING, ImportState.CHECKED, List.of(problem("failed")));
    }
  }

  void undo(long id) {
    ImportJob job = store.find(id).orElseThrow();
    try {
      alone(id, progress -> steps.undo(sheets.get(job.kind()), job, progress));
    } catch (Overtaken e) {
      steps.tellNotUndone(id, e);
    } catch (RuntimeException e) {
      failed(id, e);
      end(id, ImportState.UNDOING, ImportState.APPLIED, List.of(problem("failed")));
    }
  }

  /**
   * Does the work when no other import is being applied or undone, and tells meanwhile how far it
   * is. That is told by another thread: a connection that this one holds would be drawn into the
   * transaction that tells it, and what is half done would be committed with it.
   */
  private void alone(long id, Consumer<IntConsumer> work) {
    AtomicInteger done = new AtomicInteger();
    Future<?> telling =
        scheduler.scheduleWithFixedDelay(
            () -> tell(id, done.get()), TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
    try {
      for (int turn = 1; ; turn++) {
        try {
          work.accept(done::set);
          return;
        } catch (RuntimeException e) {
          if (turn == TURNS || !waitedTooLong(e)) {
            throw e;
          }
        }
      }
    } finally {
      telling.cancel(false);
    }
  }

  private void tell(long id, int done) {
    try {
      store.progress(id, done);
    } catch (RuntimeException e) {
      // an exception would end the telling
      LOG.log(Level.FINE, "Cannot tell how far an import is", e);
    }
  }

  /** Another import has had its turn for longer than the database lets one wait. */
  private static boolean waitedTooLong(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == LOCK_WAIT) {
        return true;
      }
    }
    return false;
  }

  private void end(long id, ImportState from, ImportState to, List<CellProblem> problems) {
    store.move(id, EnumSet.of(from), to, problems);
  }

  private static void failed(long id, RuntimeException e) {
    LOG.log(Level.SEVERE, e, () -> "Work on import " + id + " failed; nothing was changed by it");
  }

  private static CellProblem problem(String key) {
    return new CellProblem(null, JOB + key, List.of());
  }
}
