package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.approval.Approver;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.enrolment.Answers.Said;
import org.portolan.seat.ApplicationState;

/**
 * What changed of sessions and of applications, in the order in which it did. Written while the
 * session is locked, as the steps of its applications are, so that one is before the other.
 */
@ApplicationScoped
class ChangeLog {
  private static final String ENTRY =
      "SELECT session_id, id, application_id, what, before_value, after_value, after_step,"
          + " happened_at FROM application_change";

  /** Number of the last change of all. */
  static final String LAST = "SELECT COALESCE(MAX(id), 0) FROM application_change";

  /** Each change may send letters to others. */
  private static final int MOST_A_DAY = 5;

  private static final Duration DAY = Duration.ofDays(1);

  @PersistenceContext private EntityManager entities;
  @Inject private SeatBooks books;

  /**
   * One change.
   *
   * @param application null where it is of the session
   * @param afterStep number of the last step that was taken before
   */
  record Entry(long number, Long application, Difference difference, long afterStep, Instant at) {}

  /** What is known of the past of some applications of a session. */
  record Past(List<Entry> entries, Map<Long, List<Said>> steps) {

    /** All changes that have to do with an application. */
    List<Entry> of(long application) {
      return entries.stream()
          .filter(each -> each.application() == null || each.application() == application)
          .toList();
    }

    /** What is no longer as it was when a step was taken. */
    List<Difference> since(long step, long application) {
      return Difference.between(
          of(application).stream()
              .filter(each -> each.afterStep() >= step)
              .map(Entry::difference)
              .toList());
    }
  }

  /**
   * @param application null for the session
   */
  void add(long session, Long application, List<Difference> changes, Instant now) {
    long last =
        ((Number)
                entities
                    .createNativeQuery("SELECT COALESCE(MAX(id), 0) FROM application_step")
                    .getSingleResult())
            .longValue();
    List<Object> values = new ArrayList<>();
    for (Difference each : changes) {
      values.add(session);
      values.add(application);
      values.add(each.what().code());
      values.add(each.before());
      values.add(each.after());
      values.add(last);
      values.add(SeatBooks.moment(now));
    }
    books.insert(
        "INSERT INTO application_change (session_id, application_id, what, before_value,"
            + " after_value, after_step, happened_at) VALUES ",
        7,
        values);
  }

  /** Of several applications for one session, in one statement. */
  Past past(long session, Collection<Long> applications) {
    return pasts(Map.of(session, applications)).get(session);
  }

  /** Of several applications, by session: for any number in one statement. */
  Map<Long, Past> pasts(Map<Long, ? extends Collection<Long>> bySession) {
    Map<Long, Past> pasts = new HashMap<>();
    if (bySession.isEmpty()) {
      return pasts;
    }
    String all = these(bySession.values().stream().flatMap(Collection::stream).toList());
    Map<Long, List<Said>> steps = new HashMap<>();
    Map<Long, List<Entry>> entries = new HashMap<>();
    for (Object[] row :
        rows(
            ENTRY
                + " WHERE session_id IN "
                + these(bySession.keySet())
                + " AND (application_id IS NULL OR application_id IN "
                + all
                + ") UNION ALL SELECT NULL, id, application_id, state, approver, event, actor_id,"
                + " happened_at FROM application_step WHERE application_id IN "
                + all
                + " ORDER BY id")) {
      if (row[0] == null) {
        steps.computeIfAbsent(number(row[2]), any -> new ArrayList<>()).add(said(row));
      } else {
        entries.computeIfAbsent(number(row[0]), any -> new ArrayList<>()).add(entry(row));
      }
    }
    bySession.forEach(
        (session, applications) ->
            pasts.put(session, new Past(entries.getOrDefault(session, List.of()), steps)));
    return pasts;
  }

  /**
   * An applicant changes an application so often within a day and no more.
   *
   * @throws EnrolmentRefused when they did already
   */
  void requireRoom(long application, Instant now) {
    long times =
        number(
            entities
                .createNativeQuery(
                    "SELECT COUNT(DISTINCT happened_at) FROM application_change"
                        + " WHERE application_id = ?1 AND happened_at > ?2")
                .setParameter(1, application)
                .setParameter(2, SeatBooks.moment(now.minus(DAY)))
                .getSingleResult());
    if (times >= MOST_A_DAY) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.TOO_OFTEN);
    }
  }

  /** Number of the last change that has to do with an application; 0 where there is none. */
  long last(long session, long application) {
    return number(
        entities
            .createNativeQuery(
                "SELECT COALESCE(MAX(id), 0) FROM application_change WHERE session_id = ?1"
                    + " AND (application_id IS NULL OR application_id = ?2)")
            .setParameter(1, session)
            .setParameter(2, application)
            .getSingleResult());
  }

  /** Number of the last change of all. */
  long last() {
    return number(entities.createNativeQuery(LAST).getSingleResult());
  }

  /** All changes that have to do with an application. */
  List<Entry> entries(long session, long application) {
    return rows(
            ENTRY
                + " WHERE session_id = "
                + session
                + " AND (application_id IS NULL OR application_id = "
                + application
                + ") ORDER BY id")
        .stream()
        .map(ChangeLog::entry)
        .toList();
  }

  private static Entry entry(Object[] row) {
    return new Entry(
        number(row[1]),
        row[2] == null ? null : number(row[2]),
        new Difference(Change.of((String) row[3]), (String) row[4], (String) row[5]),
        number(row[6]),
        ApplicationRows.instant(row[7]));
  }

  private static Said said(Object[] row) {
    return new Said(
        number(row[1]),
        ApplicationState.of((String) row[3]),
        row[6] == null ? null : number(row[6]),
        row[4] == null ? null : Approver.of((String) row[4]).orElseThrow(),
        (String) row[5]);
  }

  private List<Object[]> rows(String sql) {
    return ((List<?>) entities.createNativeQuery(sql).getResultList())
        .stream().map(Object[].class::cast).toList();
  }

  private static String these(Collection<Long> numbers) {
    return numbers.isEmpty()
        ? "(NULL)"
        : numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
