package org.portolan.platform.search;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import org.portolan.platform.search.BuildingTable.Row;

/**
 * {@code java -jar portolan.jar admin reindex}: has every node build its index anew and tells how
 * far they are. The nodes do the work and go on answering; this process only asks for it. Named in
 * {@code WEB-INF/commands.txt}.
 */
public final class ReindexCommand
    implements ToIntBiFunction<UnaryOperator<String>, Consumer<String>> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** A node looks twice a second whether somebody asked, and tells once a second. */
  private static final Duration ALL_HEARD_OF = Duration.ofSeconds(5);

  private static final Duration NOBODY = Duration.ofSeconds(30);
  private static final Duration STANDSTILL = Duration.ofMinutes(10);

  /**
   * @param setting reads a setting by its name in small letters
   * @param say takes a line for whoever gave the command
   * @return 0 when every node that was heard of serves its new index, else 1
   */
  @Override
  public int applyAsInt(UnaryOperator<String> setting, Consumer<String> say) {
    try {
      Class.forName("com.mysql.cj.jdbc.Driver");
      try (Connection connection =
          DriverManager.getConnection(
              setting.apply("portolan.db.url"),
              setting.apply("portolan.db.user"),
              setting.apply("portolan.db.password"))) {
        BuildingTable table = new BuildingTable(connection);
        return follow(table, table.ask(), say);
      }
    } catch (SQLException | ClassNotFoundException e) {
      say.accept("The nodes could not be asked: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int follow(BuildingTable table, long rebuild, Consumer<String> say)
      throws SQLException, InterruptedException {
    Map<String, Row> told = new HashMap<>();
    long began = System.nanoTime();
    long moved = began;
    while (true) {
      Thread.sleep(LOOK_EVERY.toMillis());
      List<Row> rows = table.since(rebuild);
      for (Row row : rows) {
        if (!row.equals(told.put(row.node(), row))) {
          moved = System.nanoTime();
          say.accept(line(row));
        }
      }
      long now = System.nanoTime();
      if (rows.isEmpty() && past(NOBODY, began, now)) {
        say.accept("No node runs. Each will build its index anew when it starts.");
        return 1;
      }
      if (!rows.isEmpty()
          && rows.stream().allMatch(Row::serves)
          && past(ALL_HEARD_OF, began, now)) {
        say.accept("Every node that runs has a new index.");
        return 0;
      }
      if (past(STANDSTILL, moved, now)) {
        say.accept("Nothing has happened for ten minutes; the logs of the nodes say why.");
        return 1;
      }
    }
  }

  private static boolean past(Duration limit, long from, long now) {
    return now - from >= limit.toNanos();
  }

  private static String line(Row row) {
    return row.serves()
        ? row.node() + ": serves " + row.done() + " items"
        : row.node() + ": " + row.done() + " of " + row.total();
  }
}
