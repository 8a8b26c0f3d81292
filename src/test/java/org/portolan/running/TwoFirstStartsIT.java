package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two nodes that are started at the same moment on a database with nothing in it. */
class TwoFirstStartsIT {
  @Test
  void bothComeUpAndTheDemoWorldIsThereOnce() throws Exception {
    TestDatabase database = TestDatabase.create("first-starts");
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("PORTOLAN_DEMO_ANCHOR", "2026-11-23");
    List<PackagedApplication> nodes = together(settings);
    try {
      assertThat(nodes)
          .hasSize(2)
          .allSatisfy(node -> assertThat(node.log()).doesNotContain("SEVERE"));
      assertThat(number(database, "SELECT COUNT(*) FROM training_session")).isPositive();
      assertThat(number(database, "SELECT COUNT(*) FROM application")).isPositive();
      assertThat(number(database, "SELECT COUNT(*) FROM seat_line WHERE event = 'seated'"))
          .as("seats in the ledger")
          .isEqualTo(number(database, "SELECT COUNT(*) FROM application WHERE state = 'approved'"));
    } finally {
      nodes.forEach(PackagedApplication::close);
    }
  }

  private static List<PackagedApplication> together(Map<String, String> settings) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<PackagedApplication>> starts =
          List.of(
              () -> PackagedApplication.start("first-start-1", settings),
              () -> PackagedApplication.start("first-start-2", settings));
      List<PackagedApplication> nodes = new ArrayList<>();
      for (Future<PackagedApplication> start : threads.invokeAll(starts)) {
        nodes.add(start.get());
      }
      return nodes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static long number(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
