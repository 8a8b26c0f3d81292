package org.portolan.harvest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchSource;

/**
 * What other libraries may gather. A page costs three statements and one for the items of each
 * kind. What an item says is read when it is asked for: one that was taken back since is told as
 * gone.
 */
@ApplicationScoped
public class Harvest {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject @Any private Instance<SearchSource> sources;

  private record Row(
      long id, String kind, long entityId, long place, Instant changedAt, boolean gone) {}

  /** Records in the order of their places. */
  public HarvestPage page(HarvestQuery query, int size) {
    try (Connection connection = database.getConnection()) {
      List<Row> rows = rows(connection, query, size + 1);
      boolean more = rows.size() > size;
      List<Row> shown = more ? rows.subList(0, size) : rows;
      int[] counts = counts(connection, query);
      return new HarvestPage(records(connection, shown), counts[0], counts[1], more);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read what is gathered", e);
    }
  }

  public Optional<HarvestRecord> find(String kind, long entityId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, kind, entity_id, seq, changed_at, gone FROM harvest_record WHERE kind"
                    + " = ? AND entity_id = ?")) {
      select.setString(1, kind);
      select.setLong(2, entityId);
      return records(connection, read(select)).stream().findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read what is gathered", e);
    }
  }

  /** Names of the sets that have a record, also where all of those are gone. */
  public List<String> sets() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT DISTINCT spec FROM harvest_set ORDER BY spec");
        ResultSet rows = select.executeQuery()) {
      List<String> sets = new ArrayList<>();
      while (rows.next()) {
        sets.add(rows.getString(1));
      }
      return sets;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read what is gathered", e);
    }
  }

  /** Another number whenever something of the pages changed. */
  public long revision() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT seq FROM harvest_head WHERE id = 1");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read what is gathered", e);
    }
  }

  /** The pages of everything that is there, the last changed first. */
  public List<HarvestedPlace> places(int most) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT path, changed_at FROM harvest_record WHERE gone = FALSE AND path <> ''"
                    + " ORDER BY seq DESC LIMIT ?")) {
      select.setInt(1, most);
      List<HarvestedPlace> places = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          places.add(
              new HarvestedPlace(
                  rows.getString(1),
                  rows.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        }
      }
      return places;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read what is gathered", e);
    }
  }

  /** Before which nothing changed; the given moment while there is nothing. */
  public Instant earliest(Instant otherwise) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT MIN(changed_at) FROM harvest_record");
        ResultSet row = select.executeQuery()) {
      row.next();
      LocalDateTime earliest = row.getObject(1, LocalDateTime.class);
      return earliest == null ? otherwise : earliest.toInstant(ZoneOffset.UTC);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read what is gathered", e);
    }
  }

  private static String where(HarvestQuery query, List<Object> values) {
    StringBuilder where = new StringBuilder(" WHERE 1 = 1");
    if (query.from() != null) {
      where.append(" AND r.changed_at >= ?");
      values.add(HarvestLedger.moment(query.from()));
    }
    if (query.before() != null) {
      where.append(" AND r.changed_at < ?");
      values.add(HarvestLedger.moment(query.before()));
    }
    if (query.set() != null) {
      where.append(
          " AND EXISTS (SELECT 1 FROM harvest_set s WHERE s.record_id = r.id AND s.spec = ?)");
      values.add(query.set());
    }
    return where.toString();
  }

  private static List<Row> rows(Connection connection, HarvestQuery query, int size)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    String where = where(query, values);
    values.add(query.after());
    values.add(size);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.id, r.kind, r.entity_id, r.seq, r.changed_at, r.gone FROM harvest_record r"
                + where
                + " AND r.seq > ? ORDER BY r.seq LIMIT ?")) {
      bind(select, values);
      return read(select);
    }
  }

  private static int[] counts(Connection connection, HarvestQuery query) throws SQLException {
    List<Object> values = new ArrayList<>();
    values.add(query.after());
    String where = where(query, values);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN r.seq <= ? THEN 1 ELSE 0 END), 0) FROM"
                + " harvest_record r"
                + where)) {
      bind(select, values);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new int[] {row.getInt(1), row.getInt(2)};
      }
    }
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  private static List<Row> read(PreparedStatement select) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Row(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                rows.getBoolean(6)));
      }
    }
    return found;
  }

  private List<HarvestRecord> records(Connection connection, List<Row> rows) throws SQLException {
    Map<Long, List<String>> sets = sets(connection, rows);
    Map<String, Map<Long, SearchDocument>> items = items(rows);
    return rows.stream()
        .map(
            row ->
                new HarvestRecord(
                    row.kind(),
                    row.entityId(),
                    row.place(),
                    row.changedAt(),
                    sets.getOrDefault(row.id(), List.of()),
                    Optional.ofNullable(
                        items.getOrDefault(row.kind(), Map.of()).get(row.entityId()))))
        .toList();
  }

  private static Map<Long, List<String>> sets(Connection connection, List<Row> rows)
      throws SQLException {
    Map<Long, List<String>> sets = new HashMap<>();
    if (rows.isEmpty()) {
      return sets;
    }
    String marks = "?" + ", ?".repeat(rows.size() - 1);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT record_id, spec FROM harvest_set WHERE record_id IN ("
                + marks
                + ") ORDER BY spec")) {
      bind(select, rows.stream().map(row -> (Object) row.id()).toList());
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          sets.computeIfAbsent(found.getLong(1), id -> new ArrayList<>()).add(found.getString(2));
        }
      }
    }
    return sets;
  }

  private Map<String, Map<Long, SearchDocument>> items(List<Row> rows) {
    Map<String, Set<Long>> wanted = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> !row.gone())
        .forEach(
            row ->
                wanted
                    .computeIfAbsent(row.kind(), kind -> new LinkedHashSet<>())
                    .add(row.entityId()));
    Map<String, Map<Long, SearchDocument>> items = new HashMap<>();
    for (SearchSource source : sources) {
      Set<Long> ids = wanted.get(source.kind());
      if (ids != null) {
        Map<Long, SearchDocument> found = new HashMap<>();
        source.find(ids).stream()
            .filter(HarvestFollowing::open)
            .forEach(item -> found.put(item.id(), item));
        items.put(source.kind(), found);
      }
    }
    return items;
  }
}
