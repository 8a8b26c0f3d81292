package org.portolan.platform.exchange;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Imports, their files and rows in the database. */
@ApplicationScoped
class ImportStore {
  /** Smaller than a packet that any database takes. */
  private static final int PART = 512 * 1024;

  private static final String COLUMNS =
      "id, kind, person_id, file_name, format, encoding, cell_end, guessed, state, overwrite,"
          + " problems, all_rows, new_rows, changed_rows, stale_rows, same_rows, error_rows,"
          + " done_rows, created_at, moved_at, applied_at, EXISTS (SELECT 1 FROM exchange_file f"
          + " WHERE f.import_id = exchange_import.id), day_order";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private Clock clock;

  @Transactional
  public long add(String kind, long person, String fileName, byte[] content) {
    return with(
        connection -> {
          long id;
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO exchange_import (kind, person_id, file_name, guessed, state,"
                      + " overwrite, all_rows, done_rows, new_rows, changed_rows, stale_rows,"
                      + " same_rows, error_rows, created_at, moved_at) VALUES (?, ?, ?, FALSE,"
                      + " 'checking', FALSE, 0, 0, 0, 0, 0, 0, 0, ?, ?)",
                  Statement.RETURN_GENERATED_KEYS)) {
            set(insert, kind, person, fileName, now(), now());
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
              key.next();
              id = key.getLong(1);
            }
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO exchange_file (import_id, part, content) VALUES (?, ?, ?)")) {
            for (int from = 0, part = 0; from < content.length; from += PART, part++) {
              set(insert, id, part);
              insert.setBytes(
                  3, Arrays.copyOfRange(content, from, Math.min(content.length, from + PART)));
              insert.executeUpdate();
            }
          }
          return id;
        });
  }

  @Transactional
  public byte[] content(long id) {
    return with(
        connection -> {
          ByteArrayOutputStream content = new ByteArrayOutputStream();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT content FROM exchange_file WHERE import_id = ? ORDER BY part")) {
            set(select, id);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                content.writeBytes(row.getBytes(1));
              }
            }
          }
          return content.toByteArray();
        });
  }

  @Transactional
  public Optional<ImportJob> find(long id) {
    return jobs(" WHERE id = ?", id).stream().findFirst();
  }

  /** The newest of a person, or of everybody. */
  @Transactional
  public List<ImportJob> list(Long person, int most) {
    return person == null
        ? jobs(" ORDER BY id DESC LIMIT ?", most)
        : jobs(" WHERE person_id = ? ORDER BY id DESC LIMIT ?", person, most);
  }

  /** All of everybody, which nobody else moves on until the transaction ends. */
  @Transactional
  public List<ImportJob> lockAll() {
    return jobs(" ORDER BY id FOR UPDATE");
  }

  /**
   * Whether it still is in a state, in which it stays until the transaction ends: what goes on
   * behind an import that was given up keeps nothing more of it.
   */
  @Transactional
  public boolean holds(long id, ImportState state) {
    return jobs(" WHERE id = ? AND state = ? FOR UPDATE", id, state.code()).size() == 1;
  }

  /** Ends it without anything having been done. */
  @Transactional
  public void giveUp(long id, CellProblem why) {
    update(
        "UPDATE exchange_import SET state = 'unreadable', problems = ?, all_rows = 0, new_rows = 0,"
            + " changed_rows = 0, stale_rows = 0, same_rows = 0, error_rows = 0 WHERE id = ?",
        RowText.problems(List.of(why)),
        id);
  }

  @Transactional
  public void rename(long id, String fileName) {
    update("UPDATE exchange_import SET file_name = ? WHERE id = ?", fileName, id);
  }

  /**
   * Lines of the rows that name somebody, in what was, would be, or is wrong.
   *
   * @param naming says so of the cells of a row
   */
  @Transactional
  public List<Integer> lines(long id, NamedPerson person, Predicate<List<String>> naming) {
    // said by the database of most rows, so that few are read
    List<String> words = new ArrayList<>(person.addresses());
    words.add(person.code());
    words.add(person.family());
    return with(
        connection -> {
          List<Integer> lines = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT line, after_cells, before_cells, problems FROM (SELECT line, after_cells,"
                      + " before_cells, problems, LOWER(CONCAT_WS(' ', after_cells, before_cells,"
                      + " problems)) AS said FROM exchange_row WHERE import_id = ?) r"
                      + " WHERE "
                      + String.join(
                          " OR ", Collections.nCopies(words.size(), "LOCATE(?, said) > 0")))) {
            List<Object> values = new ArrayList<>(List.of(id));
            words.forEach(word -> values.add(written(word)));
            set(select, values.toArray());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                if (naming.test(RowText.readCells(row.getString(2)))
                    || naming.test(RowText.readCells(row.getString(3)))
                    || RowText.readProblems(row.getString(4)).stream()
                        .anyMatch(problem -> naming.test(problem.arguments()))) {
                  lines.add(row.getInt(1));
                }
              }
            }
          }
          return lines;
        });
  }

  /** A text as it stands in the cells of a row, whatever its case. */
  private static String written(String text) {
    String cells = RowText.cells(List.of(text.toLowerCase(Locale.ROOT)));
    return cells.substring(2, cells.length() - 2);
  }

  /** Which of these lines an import still has. */
  @Transactional
  public List<Integer> kept(long id, Collection<Integer> lines) {
    return with(
        connection -> {
          List<Integer> kept = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT line FROM exchange_row WHERE import_id = ? AND line IN ("
                      + String.join(", ", Collections.nCopies(lines.size(), "?"))
                      + ") ORDER BY line")) {
            List<Object> values = new ArrayList<>(List.of(id));
            values.addAll(lines);
            set(select, values.toArray());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                kept.add(row.getInt(1));
              }
            }
          }
          return kept;
        });
  }

  @Transactional
  public void removeRows(long id, Collection<Integer> lines) {
    lines.forEach(
        line -> update("DELETE FROM exchange_row WHERE import_id = ? AND line = ?", id, line));
  }

  private List<ImportJob> jobs(String condition, Object... values) {
    return with(
        connection -> {
          List<ImportJob> jobs = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT " + COLUMNS + " FROM exchange_import" + condition)) {
            set(select, values);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                jobs.add(job(row));
              }
            }
          }
          return jobs;
        });
  }

  private static ImportJob job(ResultSet row) throws SQLException {
    String format = row.getString(5);
    return new ImportJob(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        format == null
            ? null
            : new FileForm(
                FileForm.Format.valueOf(format.toUpperCase(Locale.ROOT)),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8)),
        ImportState.of(row.getString(9)),
        row.getBoolean(10),
        RowText.readProblems(row.getString(11)),
        new ImportJob.Counts(
            row.getInt(12),
            row.getInt(13),
            row.getInt(14),
            row.getInt(15),
            row.getInt(16),
            row.getInt(17)),
        row.getInt(18),
        moment(row, 19),
        moment(row, 20),
        moment(row, 21),
        row.getBoolean(22),
        DayOrder.of(row.getString(23)).orElse(DayOrder.ASK));
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    LocalDateTime moment = row.getObject(column, LocalDateTime.class);
    return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
  }

  /**
   * Waits until no other import is being applied or undone; the next waits for this transaction.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void takeTurn() {
    with(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT id FROM exchange_turn WHERE id = 1 FOR UPDATE");
              ResultSet row = select.executeQuery()) {
            return row.next();
          }
        });
  }

  /** Takes an import from one state to another; false where it was in none of the first. */
  @Transactional
  public boolean move(long id, Collection<ImportState> from, ImportState to) {
    return move(id, from, to, List.of());
  }

  /** The same, and says at once what is wrong: whoever sees the state sees the reason. */
  @Transactional
  public boolean move(
      long id, Collection<ImportState> from, ImportState to, List<CellProblem> problems) {
    return update(
            "UPDATE exchange_import SET state = ?, done_rows = 0, moved_at = ?, problems = ?"
                + " WHERE id = ? AND state IN ("
                + from.stream()
                    .map(state -> "'" + state.code() + "'")
                    .collect(Collectors.joining(", "))
                + ")",
            to.code(),
            now(),
            problems.isEmpty() ? null : RowText.problems(problems),
            id)
        == 1;
  }

  @Transactional
  public void overwrite(long id, boolean overwrite) {
    update("UPDATE exchange_import SET overwrite = ? WHERE id = ?", overwrite, id);
  }

  @Transactional
  public void applied(long id, boolean applied) {
    update("UPDATE exchange_import SET applied_at = ? WHERE id = ?", applied ? now() : null, id);
  }

  @Transactional
  public void days(long id, DayOrder order) {
    update("UPDATE exchange_import SET day_order = ? WHERE id = ?", order.code(), id);
  }

  @Transactional
  public void form(long id, FileForm form) {
    update(
        "UPDATE exchange_import SET format = ?, encoding = ?, cell_end = ?, guessed = ?"
            + " WHERE id = ?",
        form.format().name().toLowerCase(Locale.ROOT),
        form.charset(),
        form.delimiter(),
        form.guessed(),
        id);
  }

  @Transactional
  public void progress(long id, int done) {
    update("UPDATE exchange_import SET done_rows = ?, moved_at = ? WHERE id = ?", done, now(), id);
  }

  @Transactional
  public void expect(long id, int all) {
    update("UPDATE exchange_import SET all_rows = ?, moved_at = ? WHERE id = ?", all, now(), id);
  }

  @Transactional
  public void counted(long id, ImportJob.Counts counts) {
    update(
        "UPDATE exchange_import SET all_rows = ?, new_rows = ?, changed_rows = ?, stale_rows = ?,"
            + " same_rows = ?, error_rows = ? WHERE id = ?",
        counts.all(),
        counts.made(),
        counts.changed(),
        counts.stale(),
        counts.same(),
        counts.error(),
        id);
  }

  @Transactional
  public void problems(long id, List<CellProblem> problems) {
    update("UPDATE exchange_import SET problems = ? WHERE id = ?", RowText.problems(problems), id);
  }

  @Transactional
  public void removeFile(long id) {
    update("DELETE FROM exchange_file WHERE import_id = ?", id);
  }

  @Transactional
  public void removeRows(long id) {
    update("DELETE FROM exchange_row WHERE import_id = ?", id);
  }

  @Transactional
  public void remove(long id) {
    removeFile(id);
    removeRows(id);
    update("DELETE FROM exchange_import WHERE id = ?", id);
  }

  @Transactional
  public void addRows(long id, List<CheckedRow> rows) {
    with(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO exchange_row (import_id, line, verdict, after_cells, before_cells,"
                      + " stale, problems) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (CheckedRow row : rows) {
              set(
                  insert,
                  id,
                  row.line(),
                  row.verdict().code(),
                  RowText.cells(row.after()),
                  RowText.cells(row.before()),
                  row.stale().isEmpty() ? null : RowText.cells(row.stale()),
                  RowText.problems(row.problems()));
              insert.addBatch();
            }
            insert.executeBatch();
          }
          return null;
        });
  }

  /** Rows with one of the verdicts in the order of the file, or against it. */
  @Transactional
  public List<CheckedRow> rows(
      long id, Collection<Verdict> verdicts, int line, boolean backwards, int most) {
    return with(
        connection -> {
          List<CheckedRow> rows = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT line, verdict, after_cells, before_cells, stale, problems"
                      + " FROM exchange_row WHERE import_id = ? AND line "
                      + (backwards ? "<" : ">")
                      + " ? AND verdict IN ("
                      + String.join(", ", Collections.nCopies(verdicts.size(), "?"))
                      + ") ORDER BY line "
                      + (backwards ? "DESC" : "ASC")
                      + " LIMIT ?")) {
            List<Object> values = new ArrayList<>(List.of(id, line));
            verdicts.forEach(verdict -> values.add(verdict.code()));
            values.add(most);
            set(select, values.toArray());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                List<String> stale = RowText.readCells(row.getString(5));
                rows.add(
                    new CheckedRow(
                        row.getInt(1),
                        Verdict.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        RowText.readCells(row.getString(3)),
                        RowText.readCells(row.getString(4)),
                        stale == null ? List.of() : stale,
                        RowText.readProblems(row.getString(6))));
              }
            }
          }
          return rows;
        });
  }

  /** Imports that were applied before, or were not and stand still since; some at a time. */
  @Transactional
  public List<Long> old(boolean applied, Instant before, int most) {
    return with(
        connection -> {
          List<Long> ids = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT id FROM exchange_import WHERE "
                      + (applied ? "applied_at < ?" : "applied_at IS NULL AND moved_at < ?")
                      + " ORDER BY id LIMIT ?")) {
            set(select, utc(before), most);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                ids.add(row.getLong(1));
              }
            }
          }
          return ids;
        });
  }

  private int update(String sql, Object... values) {
    return with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
          }
        });
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private LocalDateTime now() {
    return utc(clock.instant());
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
