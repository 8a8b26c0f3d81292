package org.portolan.finding.asked;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.portolan.platform.secret.SealedBox;

/** Adds counts to those in the database, in three statements however many there are. */
@ApplicationScoped
class AskedWriting {
  /** Who asks for something that nobody else asks for shall not be read of. */
  static final int READABLE = 3;

  private static final String PLACE = "asked_words.mark";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private SealedBox box;

  /** Binds the values of a statement. */
  private interface Bound<T> {
    void bind(PreparedStatement statement, T row) throws SQLException;
  }

  @Transactional(
      value = Transactional.TxType.REQUIRES_NEW,
      rollbackOn = {SQLException.class, RuntimeException.class})
  void add(Map<Question, Count> counted) throws SQLException {
    Map<String, String> marks = new TreeMap<>();
    Map<String, Integer> asked = new TreeMap<>();
    Map<String, java.time.LocalDate> days = new TreeMap<>();
    counted.forEach(
        (question, count) -> {
          marks.computeIfAbsent(question.words(), words -> box.mark(words, PLACE));
          asked.merge(question.words(), count.asked(), Integer::sum);
          days.merge(question.words(), question.day(), (a, b) -> a.isAfter(b) ? a : b);
        });
    try (Connection connection = database.getConnection()) {
      each(
          connection,
          "INSERT INTO asked_words (mark, asked, last_on) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE"
              + " asked = asked + VALUES(asked), last_on = GREATEST(last_on, VALUES(last_on))",
          marks.entrySet(),
          (statement, words) -> {
            statement.setString(1, words.getValue());
            statement.setInt(2, asked.get(words.getKey()));
            statement.setObject(3, days.get(words.getKey()));
          });
      each(
          connection,
          "UPDATE asked_words SET words = ? WHERE mark = ? AND words IS NULL AND asked >= "
              + READABLE,
          marks.entrySet(),
          (statement, words) -> {
            statement.setString(1, words.getKey());
            statement.setString(2, words.getValue());
          });
      each(
          connection,
          "INSERT INTO asked_tally (words_id, asked_on, language, region_code, asked, fruitless,"
              + " opened) SELECT w.id, ?, ?, ?, ?, ?, ? FROM asked_words w WHERE w.mark = ?"
              + " ON DUPLICATE KEY UPDATE asked_tally.asked = asked_tally.asked + VALUES(asked),"
              + " asked_tally.fruitless = asked_tally.fruitless + VALUES(fruitless),"
              + " asked_tally.opened = asked_tally.opened + VALUES(opened)",
          counted.entrySet(),
          (statement, row) -> {
            Question question = row.getKey();
            Count count = row.getValue();
            statement.setObject(1, question.day());
            statement.setString(2, question.language());
            statement.setString(3, question.region());
            statement.setInt(4, count.asked());
            statement.setInt(5, count.fruitless());
            statement.setInt(6, count.opened());
            statement.setString(7, marks.get(question.words()));
          });
    }
  }

  private static <T> void each(Connection connection, String sql, Iterable<T> rows, Bound<T> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T row : rows) {
        values.bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
