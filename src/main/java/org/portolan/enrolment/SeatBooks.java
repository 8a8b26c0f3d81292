package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portolan.approval.Chain;
import org.portolan.calendar.ClosingDay;
import org.portolan.calendar.Occupancy;
import org.portolan.condition.SessionConditions;
import org.portolan.eligibility.Eligibility;
import org.portolan.eligibility.Occasion;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.Allocation;
import org.portolan.seat.LineMark;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatEvent;
import org.portolan.seat.SeatLine;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Tally;

/** The books of sessions as the database keeps them, and their ledgers. */
@ApplicationScoped
class SeatBooks {
  /** Where a session has no book yet: as many seats as applications have. */
  static final String TAKEN =
      "COALESCE(k.taken, (SELECT COUNT(*) FROM application x WHERE x.session_id = s.id"
          + " AND x.state IN ('approved', 'offered')))";

  private static final int MARKED_AT_ONCE = 200;

  @PersistenceContext private EntityManager entities;
  @Inject private JoinedDataSource database;
  @Inject private ApplicationRepository applications;
  @Inject private Clock clock;

  /**
   * A book that is held until the transaction ends.
   *
   * @param kept whether it is kept already; else it was told by the ledger
   * @param due when time was to bring something, as it was kept
   * @param mark of its last line that is kept
   * @param plain what the session itself says about its seats
   * @param conditions on which it takes people in
   * @param occasion when it is held
   * @param terms on which it asks whom; nothing while it is a draft
   */
  record Held(
      long sessionId,
      SeatBook book,
      boolean kept,
      Instant due,
      String mark,
      SeatRules plain,
      Eligibility conditions,
      Occasion occasion,
      Optional<SessionTerms> terms) {
    /** Whether nothing of it is other than it is kept. */
    boolean unchanged() {
      // time may have brought nothing, because what was to end was answered before
      return kept && book.written().isEmpty() && Objects.equals(book.tally().due(), due);
    }

    /** These rules as the session allows them. */
    SeatRules fitted(SeatRules rules) {
      return rules.fitted(plain.capacity(), plain.starts(), plain.open());
    }

    /** Neither begun nor cancelled; after that nobody gives or changes anything. */
    void requireOpen(Instant now) {
      if (!plain.open() || !now.isBefore(plain.starts())) {
        throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
      }
    }

    /** The same for what is handed in anew, which may end before. */
    void requireApplying(Instant now) {
      requireOpen(now);
      terms.ifPresent(each -> each.requireApplying(now));
    }
  }

  /**
   * Holds the book of a session, makes it say what the session says, and does what time brought.
   * Whoever changes applications asks for this first. The row of the session itself is the lock, so
   * that its centre cannot change it at the same time.
   */
  Held hold(long sessionId, Instant now) {
    return brought(holdAsKept(sessionId), now);
  }

  /**
   * The same of several, in the order of their numbers; sessions that do not exist are left out.
   *
   * @param free whether sessions that another transaction holds are left out, instead of waited for
   */
  List<Held> hold(Collection<Long> sessionIds, boolean free, Instant now) {
    return holdAsKept(free ? lockFree(sessionIds) : sessionIds).stream()
        .map(held -> brought(held, now))
        .toList();
  }

  /** Those of these sessions that nobody holds are held from now on; nothing of them is read. */
  private List<Long> lockFree(Collection<Long> sessionIds) {
    Query lock =
        entities.createNativeQuery(
            // of a book that is locked alone it would look as if there were none
            "SELECT id FROM training_session WHERE id IN ("
                + places(sessionIds.size())
                + ") ORDER BY id FOR UPDATE SKIP LOCKED");
    List<Long> ids = new ArrayList<>();
    for (Object id : with(lock, sessionIds).getResultList()) {
      ids.add(((Number) id).longValue());
    }
    return ids;
  }

  private static Held brought(Held held, Instant now) {
    SeatBook book = held.book();
    SeatRules rules = book.tally().opened() ? book.tally().rules() : held.plain();
    if (!book.tally().opened() || !held.fitted(rules).equals(rules)) {
      book.rule(held.fitted(rules), now);
    }
    book.settle(now);
    return held;
  }

  /** The same for one who gives other rules: it stands as it was left. */
  Held holdAsKept(long sessionId) {
    return holdAsKept(List.of(sessionId)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("session " + sessionId));
  }

  private List<Held> holdAsKept(Collection<Long> sessionIds) {
    if (sessionIds.isEmpty()) {
      return List.of();
    }
    Query query =
        entities.createNativeQuery(
            "SELECT s.seats, "
                + ApplicationRows.STARTS
                + ", "
                + ApplicationRows.STATE
                + ", k.rules, k.line_count, k.queued, k.taken,"
                + " k.by_group, k.due_at, k.mark, "
                + SessionConditions.COLUMN
                + ", s.first_day, s.last_day, s.approval, s.zone, s.closes_on, s.slots, s.id"
                + " FROM training_session s"
                + " LEFT JOIN seat_book k ON k.session_id = s.id WHERE s.id IN ("
                + places(sessionIds.size())
                + ") ORDER BY s.id FOR UPDATE");
    List<Held> held = new ArrayList<>();
    for (Object row : with(query, sessionIds).getResultList()) {
      held.add(held((Object[]) row));
    }
    return held;
  }

  private Held held(Object[] row) {
    long sessionId = ((Number) row[17]).longValue();
    int seats = ((Number) row[0]).intValue();
    Instant starts = ApplicationRows.instant(row[1]);
    SeatRules plain = SeatRules.plain(seats, starts).fitted(seats, starts, takesPeople(row[2]));
    Eligibility conditions = SessionConditions.read(row[10]);
    Occasion occasion =
        OfferedSession.occasion(
            sessionId,
            ApplicationRows.day(row[11]),
            ApplicationRows.day(row[12]),
            ApplicationRows.heldOn(row[16]),
            (String) row[14],
            clock.instant());
    Optional<SessionTerms> terms =
        row[2].equals("draft")
            ? Optional.empty()
            : Optional.of(
                new SessionTerms(
                    sessionId,
                    row[2].equals("published"),
                    Chain.read((String) row[13]).orElseThrow(),
                    starts,
                    ClosingDay.of(ApplicationRows.day(row[15]), (String) row[14])));
    if (row[3] == null) {
      return told(plain, conditions, occasion, terms);
    }
    Tally tally = kept(row, 3);
    return new Held(
        sessionId,
        new SeatBook(tally, applications.waitingList(sessionId)),
        true,
        tally.due(),
        (String) row[9],
        plain,
        conditions,
        occasion,
        terms);
  }

  /**
   * Holds a session and nothing else of it: whoever locks more that belongs to it does so first.
   */
  void lock(long sessionId) {
    entities
        .createNativeQuery("SELECT id FROM training_session WHERE id = ?1 FOR UPDATE")
        .setParameter(1, sessionId)
        .getResultList();
  }

  private static String places(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(place -> "?" + place)
        .collect(Collectors.joining(", "));
  }

  private static Query with(Query query, Collection<Long> values) {
    int place = 1;
    for (Long value : values) {
      query.setParameter(place++, value);
    }
    return query;
  }

  private static Tally kept(Object[] row, int from) {
    return Tally.kept(
        (String) row[from],
        ((Number) row[from + 1]).longValue(),
        ((Number) row[from + 2]).intValue(),
        ((Number) row[from + 3]).intValue(),
        text(row[from + 4]),
        ApplicationRows.instant(row[from + 5]));
  }

  /**
   * What the book of a session adds up to, for one who only looks: nothing is held, and what time
   * brought a moment ago may still be missing.
   */
  Tally tally(long sessionId, Instant now) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT rules, line_count, queued, taken, by_group, due_at FROM seat_book"
                    + " WHERE session_id = ?1")
            .setParameter(1, sessionId)
            .getResultList();
    return found.isEmpty() ? allocation(sessionId, now).tally() : kept((Object[]) found.get(0), 0);
  }

  /** Neither cancelled, nor announced and waiting for its days. */
  private static boolean takesPeople(Object state) {
    return !state.equals("cancelled") && !state.equals(ApplicationRows.ANNOUNCED);
  }

  /**
   * A book that is not kept yet, from its ledger, whose lines get their marks where they lack them.
   */
  private Held told(
      SeatRules plain, Eligibility conditions, Occasion occasion, Optional<SessionTerms> terms) {
    long sessionId = occasion.session();
    List<SeatLine> lines = ledger(sessionId);
    String mark = "";
    List<Object> values = new ArrayList<>();
    for (SeatLine line : lines) {
      mark = LineMark.of(sessionId, mark, line);
      values.addAll(
          List.of(sessionId, line.number(), line.event().code(), moment(line.at()), mark));
    }
    for (int i = 0; i < values.size(); i += MARKED_AT_ONCE * 5) {
      insert(
          "INSERT INTO seat_line (session_id, number, event, happened_at, mark) VALUES ",
          5,
          values.subList(i, Math.min(values.size(), i + MARKED_AT_ONCE * 5)),
          " ON DUPLICATE KEY UPDATE mark = COALESCE(mark, VALUES(mark))");
    }
    Tally tally = lines.isEmpty() ? Tally.empty() : Allocation.of(lines).tally();
    return new Held(
        sessionId,
        new SeatBook(tally, applications.waitingList(sessionId)),
        false,
        null,
        mark,
        plain,
        conditions,
        occasion,
        terms);
  }

  /** Keeps what was written into books; their applications have their numbers. */
  void keep(Collection<Held> all) {
    List<Object> lines = new ArrayList<>();
    List<Object> books = new ArrayList<>();
    all.stream().filter(held -> !held.unchanged()).forEach(held -> write(held, lines, books));
    if (!lines.isEmpty()) {
      insert(
          "INSERT INTO seat_line (session_id, number, event, application_id, happened_at, detail,"
              + " mark) VALUES ",
          7,
          lines);
    }
    if (!books.isEmpty()) {
      insert(
          "INSERT INTO seat_book (session_id, rules, line_count, queued, taken, by_group, due_at,"
              + " mark) VALUES ",
          8,
          books,
          " ON DUPLICATE KEY UPDATE rules = VALUES(rules), line_count = VALUES(line_count),"
              + " queued = VALUES(queued), taken = VALUES(taken), by_group = VALUES(by_group),"
              + " due_at = VALUES(due_at), mark = VALUES(mark)");
    }
  }

  /** Keeps applications that are new; each gets its number. */
  void add(Collection<Application> added) {
    if (added.isEmpty()) {
      return;
    }
    insert(
        "INSERT INTO application (" + String.join(", ", Application.COLUMNS) + ") VALUES ",
        Application.COLUMNS.size(),
        added.stream().flatMap(each -> each.row().stream()).toList());
    // which numbers the rows of one statement get is not for us to guess
    applications.number(added);
  }

  private static void write(Held held, List<Object> lines, List<Object> books) {
    String mark = held.mark();
    for (SeatLine line : held.book().written()) {
      mark = LineMark.of(held.sessionId(), mark, line);
      lines.add(held.sessionId());
      lines.add(line.number());
      lines.add(line.event().code());
      lines.add(line.application() == 0 ? null : line.application());
      lines.add(moment(line.at()));
      lines.add(line.detail().isEmpty() ? null : line.detail());
      lines.add(mark);
    }
    Tally tally = held.book().tally();
    books.add(held.sessionId());
    books.add(tally.rules().text());
    books.add(tally.lines());
    books.add(tally.queued());
    books.add(tally.taken());
    books.add(tally.groups().isEmpty() ? null : tally.groups());
    books.add(tally.due() == null ? null : moment(tally.due()));
    books.add(mark);
  }

  /** Takes the books of drafts away for which nobody has applied. */
  void forget(List<Long> sessions) {
    if (sessions.isEmpty()) {
      return;
    }
    String which =
        " WHERE session_id IN ("
            + sessions.stream().map(String::valueOf).collect(Collectors.joining(","))
            + ") AND NOT EXISTS (SELECT 1 FROM application a WHERE a.session_id = %1$s.session_id)";
    for (String table : List.of("seat_line", "seat_book")) {
      entities.createNativeQuery("DELETE FROM " + table + which.formatted(table)).executeUpdate();
    }
  }

  /** The rules by which seats are given now, where somebody has applied or given any. */
  Optional<SeatRules> rules(long sessionId) {
    List<?> found =
        entities
            .createNativeQuery("SELECT rules FROM seat_book WHERE session_id = ?1")
            .setParameter(1, sessionId)
            .getResultList();
    return found.stream().map(rules -> SeatRules.of((String) rules)).findFirst();
  }

  /** The same of many sessions, by their numbers. */
  Map<Long, SeatRules> rules(Collection<Long> sessionIds) {
    Map<Long, SeatRules> rules = new HashMap<>();
    if (!sessionIds.isEmpty()) {
      List<?> found =
          entities
              .createNativeQuery(
                  "SELECT session_id, rules FROM seat_book WHERE session_id IN ("
                      + sessionIds.stream().map(String::valueOf).collect(Collectors.joining(", "))
                      + ")")
              .getResultList();
      found.stream()
          .map(Object[].class::cast)
          .forEach(row -> rules.put(((Number) row[0]).longValue(), SeatRules.of((String) row[1])));
    }
    return rules;
  }

  /** The rules as they were given last, with what was held then. */
  Optional<SeatRules> given(long sessionId) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT detail FROM seat_line WHERE session_id = ?1 AND event = 'rules'"
                    + " ORDER BY number DESC LIMIT 1")
            .setParameter(1, sessionId)
            .getResultList();
    return found.stream().map(rules -> SeatRules.of((String) rules)).findFirst();
  }

  /** How often the rules of a session were given or changed. */
  long ruled(long sessionId) {
    return ((Number)
            entities
                .createNativeQuery(
                    "SELECT COUNT(*) FROM seat_line WHERE session_id = ?1"
                        + " AND event IN ('rules', 'hold-ended')")
                .setParameter(1, sessionId)
                .getSingleResult())
        .longValue();
  }

  /** How all applications of a session stand, from its ledger; a session without one is empty. */
  Allocation allocation(long sessionId, Instant now) {
    List<SeatLine> lines = ledger(sessionId);
    if (!lines.isEmpty()) {
      return Allocation.of(lines);
    }
    Object[] session =
        (Object[])
            entities
                .createNativeQuery(
                    "SELECT s.seats, "
                        + ApplicationRows.STARTS
                        + " FROM training_session s WHERE s.id = ?1")
                .setParameter(1, sessionId)
                .getSingleResult();
    SeatRules plain =
        SeatRules.plain(((Number) session[0]).intValue(), ApplicationRows.instant(session[1]));
    return Allocation.of(List.of(new SeatLine(1, SeatEvent.RULES, 0, now, plain.text())));
  }

  /**
   * Several rows in one statement, in this order. Beside JPA, which looks for each value of such a
   * statement among all others.
   */
  void insert(String start, int width, List<Object> values) {
    insert(start, width, values, "");
  }

  private void insert(String start, int width, List<Object> values, String end) {
    String row = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
    String all = String.join(", ", Collections.nCopies(values.size() / width, row));
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(start + all + end)) {
      for (int i = 0; i < values.size(); i++) {
        insert.setObject(i + 1, values.get(i));
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All lines of a session in their order. */
  List<SeatLine> ledger(long sessionId) {
    return rows(sessionId).stream().map(SessionLedger.Row::line).toList();
  }

  /** The same as they are kept, with their marks. */
  List<SessionLedger.Row> rows(long sessionId) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT number, event, application_id, happened_at, detail, mark FROM seat_line"
                    + " WHERE session_id = ?1 ORDER BY number")
            .setParameter(1, sessionId)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new SessionLedger.Row(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    row[2] == null ? 0 : ((Number) row[2]).longValue(),
                    ApplicationRows.instant(row[3]),
                    text(row[4]),
                    (String) row[5]))
        .toList();
  }

  /** How far their seats are in use, by session. */
  Map<Long, Occupancy> taken(Collection<Long> sessionIds) {
    Query query =
        entities.createNativeQuery(
            "SELECT s.id, "
                + TAKEN
                + ", s.seats, COALESCE(k.queued, 0), k.rules"
                + " FROM training_session s LEFT JOIN seat_book k ON k.session_id = s.id"
                + " WHERE s.id IN ("
                + places(sessionIds.size())
                + ")");
    Map<Long, Occupancy> taken = new HashMap<>();
    for (Object each : with(query, sessionIds).getResultList()) {
      Object[] row = (Object[]) each;
      int given = ((Number) row[1]).intValue();
      int queued = ((Number) row[3]).intValue();
      taken.put(
          ((Number) row[0]).longValue(),
          new Occupancy(
              given,
              queued,
              KeptSeats.entry(((Number) row[2]).intValue(), given, queued, (String) row[4])));
    }
    return taken;
  }

  /** Whether a book is kept for a session: nobody applied yet where there is none. */
  boolean kept(long sessionId) {
    return !entities
        .createNativeQuery("SELECT 1 FROM seat_book WHERE session_id = ?1")
        .setParameter(1, sessionId)
        .getResultList()
        .isEmpty();
  }

  /** The book of a session and these applications of it, in the words of its ledger. */
  String kept(long sessionId, List<Application> all) {
    return Allocation.text(holdAsKept(sessionId).book().tally(), all);
  }

  /** Sessions in whose books time has brought something, the longest ago first. */
  List<Long> listDue(Instant now, int most) {
    List<?> ids =
        entities
            .createNativeQuery(
                "SELECT session_id FROM seat_book WHERE due_at <= ?1 ORDER BY due_at LIMIT " + most)
            .setParameter(1, moment(now))
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  private static String text(Object value) {
    return value == null ? "" : (String) value;
  }

  static LocalDateTime moment(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
