package org.portolan.world;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.portolan.booking.ResourceKind;
import org.portolan.platform.persistence.Rows;

/**
 * What each centre has, and what its sessions have booked of it: never the same twice at a time, as
 * the application would have it.
 */
final class BookingRows {
  /** So many of each kind at every centre. */
  private static final Map<ResourceKind, Integer> EACH =
      Map.of(
          ResourceKind.ROOM, 10,
          ResourceKind.EQUIPMENT, 8,
          ResourceKind.DOG_TEAM, 2,
          ResourceKind.INTERPRETER, 6,
          ResourceKind.TRAINER, 12);

  /** Empty text would be stored as NULL. */
  private static final String NOTHING = " ";

  private static final int BEFORE = 30;
  private static final int AFTER = 15;
  private static final int SEATS = 40;

  private final Setting setting;
  private final List<SessionRows.Planned> sessions;

  /** Something that a centre has, and until when it is taken by those that came before. */
  private static final class Had {
    final long id;
    LocalDateTime until = LocalDateTime.MIN;

    Had(long id) {
      this.id = id;
    }
  }

  BookingRows(Setting setting, List<SessionRows.Planned> sessions) {
    this.setting = setting;
    this.sessions =
        sessions.stream()
            .filter(session -> !session.state().equals("cancelled"))
            .sorted(Comparator.comparing(SessionRows.Planned::startsAt))
            .toList();
  }

  void insert(DataSource database) {
    int wanted = setting.size().calendars().bookings();
    if (wanted > 0) {
      book(database, wanted, resources(database));
    }
  }

  private Map<String, List<Had>> resources(DataSource database) {
    SplittableRandom random = setting.random("resources");
    Map<String, List<Had>> had = new HashMap<>();
    Rows rows =
        Rows.into("resource", "id")
            .columns("id", "centre_code", "region_code", "kind", "name", "part_of", "root_id")
            .columns(
                "address", "layouts", "languages", "quantity", "setup_minutes", "clear_minutes")
            .columns("shared", "retired", "version");
    long id = next(database, "resource");
    for (Setting.Place centre : setting.centres()) {
      long building = id++;
      Vocabulary words = setting.words("en");
      rows.add(
          building,
          centre.code(),
          centre.region(),
          "building",
          words.place(random),
          null,
          null,
          NOTHING,
          NOTHING,
          NOTHING,
          1,
          0,
          0,
          false,
          false,
          0);
      for (ResourceKind kind : ResourceKind.values()) {
        for (int i = 0; i < EACH.getOrDefault(kind, 0); i++) {
          boolean room = kind == ResourceKind.ROOM;
          rows.add(
              id,
              centre.code(),
              centre.region(),
              kind.code(),
              words.place(random) + " " + (i + 1),
              room ? building : null,
              room ? building : null,
              NOTHING,
              room ? "classroom:" + SEATS : NOTHING,
              languages(kind),
              1,
              BEFORE,
              AFTER,
              i == 0,
              false,
              0);
          had.computeIfAbsent(centre.code(), code -> new ArrayList<>()).add(new Had(id));
          id++;
        }
      }
    }
    rows.insert(database);
    return had;
  }

  private static String languages(ResourceKind kind) {
    return kind == ResourceKind.INTERPRETER
        ? "en-fr"
        : kind == ResourceKind.TRAINER ? "en" : NOTHING;
  }

  private void book(DataSource database, int wanted, Map<String, List<Had>> had) {
    Map<String, Long> sessionIds = Rows.idsByCode(database, "training_session");
    Rows bookings =
        Rows.into("resource_booking", "id")
            .columns("id", "resource_id", "session_id", "words", "amount", "setup_minutes")
            .columns("clear_minutes", "state", "reason", "booked_at");
    Rows times =
        Rows.into("booked_time", "id")
            .columns("booking_id", "resource_id", "amount", "from_at", "until_at");
    long id = next(database, "resource_booking");
    for (SessionRows.Planned session : sessions) {
      LocalDateTime from = session.startsAt().minusMinutes(BEFORE);
      LocalDateTime until = session.endsAt().plusMinutes(AFTER);
      List<Had> free =
          had.get(session.centre().code()).stream()
              .filter(each -> each.until.isBefore(from))
              .limit(wanted)
              .toList();
      for (Had each : free) {
        each.until = until;
        bookings.add(
            id,
            each.id,
            sessionIds.get(session.code()),
            NOTHING,
            1,
            BEFORE,
            AFTER,
            "held",
            NOTHING,
            setting.now());
        for (int day = 0; day < session.days(); day++) {
          times.add(
              id,
              each.id,
              1,
              from.plusDays(day),
              until.minusDays(session.days() - 1L).plusDays(day));
        }
        id++;
      }
    }
    bookings.insert(database);
    times.insert(database);
  }

  private static long next(DataSource database, String table) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM " + table)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
