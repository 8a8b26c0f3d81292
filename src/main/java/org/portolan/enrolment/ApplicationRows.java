package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.approval.Again;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.calendar.Slots;
import org.portolan.platform.i18n.Language;
import org.portolan.region.Directory;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.SeatRules;
import org.portolan.selection.Placed;

/** Applications as they are read: with person, session and title in one query each. */
@ApplicationScoped
class ApplicationRows {
  /** When a session begins; a standing edition never does, as in {@code Timing.NEVER}. */
  static final String STARTS = "COALESCE(s.starts_at, TIMESTAMP '2037-12-31 00:00:00')";

  static final String ANNOUNCED = "announced";

  /** State of a session; what waits for its days takes nobody in. */
  static final String STATE =
      "CASE WHEN s.timing = 'undated' AND s.state = 'published' THEN '"
          + ANNOUNCED
          + "' ELSE s.state END";

  private static final String SESSION_COLUMNS =
      " s.id, s.code, "
          + NearestTitle.SQL
          + ", s.centre_code, s.first_day, s.last_day, s.zone, "
          + STARTS
          + ", s.seats, "
          + SeatBooks.TAKEN
          + ", s.approval, "
          + STATE
          + ", COALESCE(k.queued, 0), k.rules, s.donor_code, s.closes_on, s.slots";
  private static final String SESSION =
      "SELECT"
          + SESSION_COLUMNS
          + " FROM training_session s LEFT JOIN seat_book k ON k.session_id = s.id";
  static final String APPLICATION =
      "SELECT"
          + SESSION_COLUMNS
          + ", a.id, a.state, a.person_id, p.given_name, p.family_name, p.post, a.member_code,"
          + " a.motivation, a.reason, a.applied_at, a.due_at,"
          // a session that was moved begins before an offer ends
          + " CASE WHEN a.offered_until > s.starts_at THEN s.starts_at ELSE a.offered_until END,"
          + " a.place, a.chain,"
          + " a.asked, a.urgency, a.nudge_at, a.supervisor_name, a.supervisor_email,"
          + " a.supervisor_known, a.asked_again"
          + " FROM application a JOIN person p ON p.id = a.person_id"
          + " JOIN training_session s ON s.id = a.session_id"
          + " LEFT JOIN seat_book k ON k.session_id = s.id";
  private static final int SESSION_WIDTH = 17;

  @PersistenceContext private EntityManager entities;

  @Inject private Directory directory;

  Optional<OfferedSession> session(long id, Language reader) {
    return rows(
            entities.createNativeQuery(SESSION + " WHERE s.id = ?2").setParameter(2, id), reader)
        .map(row -> session(row, reader))
        .findFirst();
  }

  List<OfferedSession> sessions(Collection<Long> ids, Language reader) {
    return ids.isEmpty()
        ? List.of()
        : rows(
                entities.createNativeQuery(
                    SESSION
                        + " WHERE s.id IN "
                        + ids.stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ", "(", ")"))),
                reader)
            .map(row -> session(row, reader))
            .toList();
  }

  Optional<OfferedSession> session(String code, Language reader) {
    return rows(
            entities.createNativeQuery(SESSION + " WHERE s.code = ?2").setParameter(2, code),
            reader)
        .map(row -> session(row, reader))
        .findFirst();
  }

  Optional<ApplicationSummary> find(long id, Language reader) {
    return list(
            entities.createNativeQuery(APPLICATION + " WHERE a.id = ?2").setParameter(2, id),
            reader)
        .stream()
        .findFirst();
  }

  List<ApplicationSummary> ofPerson(long personId, Language reader) {
    return list(
        entities
            .createNativeQuery(
                APPLICATION + " WHERE a.person_id = ?2 ORDER BY a.applied_at DESC, a.id DESC")
            .setParameter(2, personId),
        reader);
  }

  /** Who has a seat of a session or waits for one, in that order. */
  List<ApplicationSummary> listed(long sessionId, Language reader) {
    return list(
        entities
            .createNativeQuery(
                APPLICATION
                    + " WHERE a.session_id = ?2"
                    + " AND a.state IN ('approved', 'offered', 'queued', 'waiting')"
                    + " ORDER BY FIELD(a.state, 'approved', 'offered', 'queued', 'waiting'),"
                    + " a.place, a.applied_at, a.id")
            .setParameter(2, sessionId),
        reader);
  }

  /** In no order. */
  List<ApplicationSummary> byIds(List<Long> ids, Language reader) {
    return ids.isEmpty()
        ? List.of()
        : list(
            entities.createNativeQuery(
                APPLICATION
                    + " WHERE a.id IN "
                    + ids.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", "(", ")"))),
            reader);
  }

  /** Whether somebody answered at a step of an application. */
  boolean answered(long applicationId, long actor) {
    return !entities
        .createNativeQuery(
            "SELECT 1 FROM application_step WHERE application_id = ?1 AND actor_id = ?2"
                + " AND approver IS NOT NULL LIMIT 1")
        .setParameter(1, applicationId)
        .setParameter(2, actor)
        .getResultList()
        .isEmpty();
  }

  List<Timeline.Past> steps(long applicationId) {
    return stream(
            entities
                .createNativeQuery(
                    "SELECT t.state, p.given_name, p.family_name, t.actor_id, t.reason,"
                        + " t.happened_at, t.approver, t.event, a.supervisor_name, t.selection"
                        + " FROM application_step t"
                        + " JOIN application a ON a.id = t.application_id"
                        + " LEFT JOIN person p ON p.id = t.actor_id"
                        + " WHERE t.application_id = ?1 ORDER BY t.id")
                .setParameter(1, applicationId))
        .map(
            row ->
                new Timeline.Past(
                    ApplicationState.of((String) row[0]),
                    row[3] == null ? led(row) : row[1] + " " + row[2],
                    row[3] == null && row[6] == null,
                    (String) row[4],
                    instant(row[5]),
                    row[6] == null ? null : Approver.of((String) row[6]).orElseThrow(),
                    (String) row[7],
                    row[9] == null ? null : Placed.of((String) row[9])))
        .toList();
  }

  /** Where the centre of a session put others than this one before others, and why. */
  List<OutOfTurn> outOfTurn(long sessionId, long applicationId) {
    return stream(
            entities
                .createNativeQuery(
                    "SELECT t.application_id, t.happened_at, t.reason, t.selection, p.given_name,"
                        + " p.family_name FROM application_step t"
                        + " JOIN application a ON a.id = t.application_id"
                        + " JOIN person p ON p.id = a.person_id"
                        + " WHERE a.session_id = ?1 AND a.id <> ?2 AND t.reason IS NOT NULL"
                        + " AND t.actor_id IS NOT NULL AND t.state <> 'refused'"
                        + " AND (t.selection IS NOT NULL OR t.approver IS NULL) ORDER BY t.id")
                .setParameter(1, sessionId)
                .setParameter(2, applicationId))
        .map(
            row ->
                new OutOfTurn(
                        number(row[0]),
                        instant(row[1]),
                        (String) row[2],
                        row[3] == null ? null : Placed.of((String) row[3]))
                    .without((String) row[4], (String) row[5]))
        .toList();
  }

  /** The supervisor, whose step it was and who has no account; else nobody. */
  private static String led(Object[] step) {
    boolean answered =
        Approver.SUPERVISOR.code().equals(step[6])
            && (ApplicationStep.Event.AGREED.code().equals(step[7]) || step[7] == null);
    return answered && step[8] != null ? (String) step[8] : "";
  }

  List<ApplicationSummary> list(Query query, Language reader) {
    return rows(query, reader).map(row -> application(row, reader)).toList();
  }

  private Stream<Object[]> rows(Query query, Language reader) {
    return stream(query.setParameter(1, reader.code()));
  }

  private static Stream<Object[]> stream(Query query) {
    return Collections.checkedList(cast(query.getResultList()), Object[].class).stream();
  }

  @SuppressWarnings("unchecked") // a native query of several columns gives rows of them
  private static List<Object[]> cast(List<?> rows) {
    return (List<Object[]>) rows;
  }

  private OfferedSession session(Object[] row, Language reader) {
    NearestTitle title = NearestTitle.read(row[2], (String) row[1], reader);
    return new OfferedSession(
        number(row[0]),
        (String) row[1],
        title.text(),
        title.language(),
        (String) row[3],
        directory
            .findCentre((String) row[3])
            .map(centre -> centre.name().in(reader))
            .orElse((String) row[3]),
        (String) row[14],
        day(row[4]),
        day(row[5]),
        heldOn(row[16]),
        day(row[15]),
        (String) row[6],
        instant(row[7]),
        (int) number(row[8]),
        (int) number(row[9]),
        Chain.read((String) row[10]).orElseThrow(),
        (String) row[11],
        (int) number(row[12]),
        row[13] == null ? 0 : SeatRules.of((String) row[13]).queue());
  }

  /** The days of a session in slots; none of one that is held on all of its days. */
  static Set<LocalDate> heldOn(Object slots) {
    return Set.copyOf(Slots.read((String) slots).orElseThrow().days());
  }

  private ApplicationSummary application(Object[] row, Language reader) {
    int i = SESSION_WIDTH;
    return new ApplicationSummary(
        number(row[i]),
        ApplicationState.of((String) row[i + 1]),
        number(row[i + 2]),
        row[i + 3] + " " + row[i + 4],
        (String) row[i + 5],
        (String) row[i + 6],
        (String) row[i + 7],
        (String) row[i + 8],
        instant(row[i + 9]),
        instant(row[i + 10]),
        instant(row[i + 11]),
        Chain.read((String) row[i + 13]).orElseThrow(),
        row[i + 14] == null
            ? null
            : new Ask(
                Approver.of((String) row[i + 14]).orElseThrow(),
                Ask.Urgency.of((String) row[i + 15]),
                instant(row[i + 10]),
                instant(row[i + 16])),
        row[i + 20] == null ? null : Again.read((String) row[i + 20]),
        row[i + 17] == null
            ? null
            : new Supervisor(
                (String) row[i + 17], (String) row[i + 18], Boolean.TRUE.equals(row[i + 19])),
        session(row, reader));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  static LocalDate day(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /** A moment as either driver or persistence provider hands it over. */
  static Instant instant(Object value) {
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toInstant();
    }
    return value == null ? null : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
  }
}
