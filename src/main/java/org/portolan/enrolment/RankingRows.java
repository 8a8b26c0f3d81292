package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portolan.seat.Group;
import org.portolan.seat.Groups;
import org.portolan.selection.Criteria;
import org.portolan.selection.Selected;

/** What the ranking of a session is made of, as the database has it. */
@ApplicationScoped
class RankingRows {
  /** Which of a Member's seats count: of sessions that ended so lately. */
  private static final int YEARS = 2;

  /** A seat that is given back later than so long before the start is lost to others. */
  private static final int LATE_DAYS = 14;

  @PersistenceContext private EntityManager entities;

  /**
   * Somebody who waits for the selection.
   *
   * @param homeRank which place their administration gave them; 0 where they applied themselves
   */
  record Candidate(
      long application, long person, String member, String gender, int homeRank, Instant since) {}

  /**
   * What the criteria of a session speak of.
   *
   * @param firstDay null where it has no days
   * @param languages codes in which it is held
   */
  record Occasion(long course, String centre, LocalDate firstDay, List<String> languages) {}

  Optional<Occasion> occasion(long session) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT course_id, centre_code, first_day, languages FROM training_session"
                    + " WHERE id = ?1")
            .setParameter(1, session)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Occasion(
                    number(row[0]),
                    (String) row[1],
                    ApplicationRows.day(row[2]),
                    List.of(((String) row[3]).split(" "))))
        .findFirst();
  }

  /** By session, where they have any. */
  Map<Long, Criteria> criteria(Collection<Long> sessions) {
    Map<Long, Criteria> criteria = new HashMap<>();
    if (!sessions.isEmpty()) {
      List<?> rows =
          entities
              .createNativeQuery(
                  "SELECT session_id, criteria FROM session_selection WHERE session_id IN "
                      + sessions.stream()
                          .map(String::valueOf)
                          .collect(Collectors.joining(", ", "(", ")")))
              .getResultList();
      for (Object each : rows) {
        Object[] row = (Object[]) each;
        criteria.put(number(row[0]), Criteria.read((String) row[1]).orElseThrow());
      }
    }
    return criteria;
  }

  /** How often the criteria of a session were given; 0 where they never were. */
  int version(long session) {
    List<?> found =
        entities
            .createNativeQuery("SELECT version FROM session_selection WHERE session_id = ?1")
            .setParameter(1, session)
            .getResultList();
    return found.isEmpty() ? 0 : (int) number(found.get(0));
  }

  void keep(long session, Criteria criteria) {
    entities
        .createNativeQuery(
            "INSERT INTO session_selection (session_id, criteria, version) VALUES (?1, ?2, 1)"
                + " ON DUPLICATE KEY UPDATE criteria = ?2, version = version + 1")
        .setParameter(1, session)
        .setParameter(2, criteria.text())
        .executeUpdate();
  }

  List<Candidate> candidates(long session) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT id, person_id, member_code, group_codes, home_rank, applied_at"
                    + " FROM application WHERE session_id = ?1 AND state = 'waiting'"
                    + " AND asked = 'centre'")
            .setParameter(1, session)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Candidate(
                    number(row[0]),
                    number(row[1]),
                    (String) row[2],
                    gender((String) row[3]),
                    row[4] == null ? 0 : (int) number(row[4]),
                    ApplicationRows.instant(row[5])))
        .toList();
  }

  /** Who has a seat, a place before others, or was selected and waits for the donor. */
  List<Selected> selected(long session) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT member_code, group_codes, COUNT(*) FROM application WHERE session_id = ?1"
                    + " AND (state IN ('approved', 'offered', 'queued')"
                    + " OR state = 'waiting' AND asked = 'donor')"
                    + " GROUP BY member_code, group_codes")
            .setParameter(1, session)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Selected((String) row[0], gender((String) row[1]), (int) number(row[2])))
        .toList();
  }

  /**
   * Seats that officers of these Members had lately.
   *
   * @param missed of them those to whose session they did not come, or which they gave back late,
   *     without another in their place
   */
  record Sent(int held, int missed) {
    static final Sent NOBODY = new Sent(0, 0);
  }

  /** By Member, where it sent anybody to a session that is over. */
  Map<String, Sent> sent(Collection<String> members, Instant now) {
    if (members.isEmpty()) {
      return Map.of();
    }
    List<String> codes = new ArrayList<>(members);
    StringBuilder sql =
        new StringBuilder(
            "SELECT a.member_code, COUNT(*), SUM(CASE WHEN a.state = 'withdrawn'"
                + " OR c.result = 'absent' THEN 1 ELSE 0 END) FROM application a"
                + " JOIN training_session s ON s.id = a.session_id"
                + " LEFT JOIN completion c ON c.session_id = a.session_id"
                + " AND c.person_id = a.person_id"
                + " WHERE s.ends_at < ?1 AND s.ends_at > ?2 AND s.state = 'published'"
                + " AND (a.state = 'approved' OR a.state = 'withdrawn' AND EXISTS"
                + " (SELECT 1 FROM application_step t WHERE t.application_id = a.id"
                + " AND t.state = 'approved') AND EXISTS"
                + " (SELECT 1 FROM application_step t WHERE t.application_id = a.id"
                + " AND t.state = 'withdrawn' AND t.happened_at > s.starts_at - INTERVAL "
                + LATE_DAYS
                + " DAY) AND NOT EXISTS (SELECT 1 FROM seat_line l WHERE l.application_id = a.id"
                + " AND l.event = 'replaced')) AND a.member_code IN (");
    for (int i = 0; i < codes.size(); i++) {
      sql.append(i == 0 ? "?" : ", ?").append(3 + i);
    }
    Query query = entities.createNativeQuery(sql.append(") GROUP BY a.member_code").toString());
    query.setParameter(1, SeatBooks.moment(now));
    query.setParameter(2, SeatBooks.moment(now).minusYears(YEARS));
    for (int i = 0; i < codes.size(); i++) {
      query.setParameter(3 + i, codes.get(i));
    }
    Map<String, Sent> sent = new HashMap<>();
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      sent.put((String) row[0], new Sent((int) number(row[1]), (int) number(row[2])));
    }
    return sent;
  }

  private static String gender(String groups) {
    return Groups.of(groups).all().stream()
        .filter(group -> group.kind() == Group.Kind.GENDER)
        .map(Group::code)
        .findFirst()
        .orElse("");
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
