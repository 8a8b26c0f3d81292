package org.portolan.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;
import org.portolan.world.World;
import org.portolan.world.WorldGenerator;
import org.portolan.world.WorldSize;

/** Two nodes of the packaged form on one database with a small generated world. */
record TwoNodes(TestDatabase database, List<PackagedApplication> nodes, World world) {
  private static final String MEMBER = "XM";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static TwoNodes shared;

  static synchronized TwoNodes shared() {
    if (shared == null) {
      TestDatabase database = TestDatabase.create("nodes");
      Map<String, String> settings = new HashMap<>(database.settings());
      settings.put("PORTOLAN_DEMO", "false");
      PackagedApplication first = PackagedApplication.start("node-1", settings);
      Runtime.getRuntime().addShutdownHook(new Thread(first::close));
      PackagedApplication second = PackagedApplication.start("node-2", settings);
      Runtime.getRuntime().addShutdownHook(new Thread(second::close));
      World world =
          new WorldGenerator(1, WorldSize.small(), LocalDate.now(ZoneOffset.UTC))
              .load(database.dataSource());
      awaitDirectory(first);
      awaitDirectory(second);
      shared = new TwoNodes(database, List.of(first, second), world);
    }
    return shared;
  }

  /** Waits until a node that ran while a world was loaded knows the Members of that world. */
  static void awaitDirectory(PackagedApplication node) {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest members = HttpRequest.newBuilder(URI.create(node.url("/api/v1/members"))).build();
    Instant limit = Instant.now().plus(LIMIT);
    try {
      while (!http.send(members, HttpResponse.BodyHandlers.ofString())
          .body()
          .contains("\"" + MEMBER + "\"")) {
        if (Instant.now().isAfter(limit)) {
          throw new IllegalStateException("The node does not learn of the Members");
        }
        Thread.sleep(200);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The full counts under the profile drill, a few otherwise. */
  static <T> T count(T few, T full) {
    return Boolean.getBoolean("portolan.drill") ? full : few;
  }

  /** The node that serves the i-th client. */
  PackagedApplication node(int i) {
    return nodes.get(i % nodes.size());
  }

  long number(String sql, Object... values) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  String text(String sql, Object... values) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** Runs a statement and answers the number of the row that it made, if it made one. */
  long insert(String sql, Object... values) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
      set(statement, values);
      statement.executeUpdate();
      try (ResultSet row = statement.getGeneratedKeys()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
