package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.enrolment.WaitingDigest.Waits;
import org.portolan.platform.security.Role;

/** What waits for offices, and what those who hold them have been told of it. */
@ApplicationScoped
class WaitingLetterRows {
  private static final int WIDTH = 5;
  private static final int AT_ONCE = 500;

  /** Who is asked, by the office that answers. */
  private static final Map<Role, String> ASKED =
      Map.of(
          Role.COORDINATOR,
          "a.coordinator_of IS NOT NULL",
          Role.CENTRE,
          "a.asked = 'centre'",
          Role.DONOR,
          "a.asked = 'donor'");

  private static final Map<Role, String> CODE =
      Map.of(
          Role.COORDINATOR, "a.coordinator_of",
          Role.CENTRE, "s.centre_code",
          Role.DONOR, "s.donor_code");

  /** Since when the one who is asked is: to be reminded is no news to them. */
  private static final String SINCE =
      "COALESCE((SELECT MAX(t.happened_at) FROM application_step t WHERE t.application_id = a.id"
          + " AND COALESCE(t.event, '') NOT IN ('reminded',"
          + " CASE WHEN a.asked = 'supervisor' THEN 'reminded' ELSE 'escalated' END)), a.applied_at)";

  @PersistenceContext private EntityManager entities;

  /** Somebody who holds an office. */
  record Reader(DecidingOffice office, long person) {}

  /**
   * @param until of what they have read, or null
   */
  record Told(LocalDate lookedOn, Instant until) {}

  Map<Reader, Told> told() {
    Map<Reader, Told> told = new HashMap<>();
    for (Object each :
        entities
            .createNativeQuery(
                "SELECT office_role, scope_code, person_id, looked_on, told_until"
                    + " FROM waiting_letter")
            .getResultList()) {
      Object[] row = (Object[]) each;
      told.put(
          new Reader(office(row[0], row[1]), ((Number) row[2]).longValue()),
          new Told(ApplicationRows.day(row[3]), ApplicationRows.instant(row[4])));
    }
    return told;
  }

  private static DecidingOffice office(Object role, Object code) {
    return DecidingOffice.of(Role.valueOf(((String) role).toUpperCase(Locale.ROOT)), (String) code);
  }

  /**
   * What waits for these offices, in one statement.
   *
   * @param readers whose own applications stand apart
   */
  List<Waits> waits(Collection<DecidingOffice> offices, Collection<Long> readers, Instant now) {
    Map<Role, List<String>> codes =
        offices.stream()
            .collect(
                Collectors.groupingBy(
                    DecidingOffice::role,
                    Collectors.mapping(DecidingOffice::code, Collectors.toList())));
    List<Object> values = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    String own = readers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    codes.forEach(
        (role, those) -> {
          if (role == Role.COORDINATOR) {
            parts.add(part(role, "", "", own, those, now, values));
          } else {
            // the index of what waits begins with the Member
            String members = " JOIN member_state m ON m.code = a.member_code";
            parts.add(part(role, members, "", own, those, now, values));
            parts.add(part(role, "", " AND a.member_code IS NULL", own, those, now, values));
          }
        });
    if (parts.isEmpty()) {
      return List.of();
    }
    Query query =
        entities.createNativeQuery(
            "SELECT w.office, w.held_for, w.session_id, w.own, COUNT(*), MIN(w.since),"
                + " MAX(w.since), MIN(w.due_at) FROM ("
                + String.join(" UNION ALL ", parts)
                + ") w GROUP BY w.office, w.held_for, w.session_id, w.own");
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
    List<?> rows = query.getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Waits(
                    office(row[0], row[1]),
                    ((Number) row[2]).longValue(),
                    ((Number) row[3]).longValue(),
                    ((Number) row[4]).longValue(),
                    ApplicationRows.instant(row[5]),
                    ApplicationRows.instant(row[6]),
                    ApplicationRows.instant(row[7])))
        .toList();
  }

  private static String part(
      Role role,
      String join,
      String condition,
      String own,
      List<String> codes,
      Instant now,
      List<Object> values) {
    StringBuilder part =
        new StringBuilder("SELECT '")
            .append(role.code())
            .append("' office, ")
            .append(CODE.get(role))
            .append(" held_for, a.session_id, CASE WHEN a.person_id IN (")
            .append(own)
            .append(") THEN a.person_id ELSE 0 END own, a.due_at, ")
            .append(SINCE)
            .append(" since FROM application a")
            .append(join)
            .append(" JOIN training_session s ON s.id = a.session_id WHERE ")
            .append(ASKED.get(role))
            .append(condition)
            .append(" AND s.state = 'published' AND (s.starts_at IS NULL OR s.starts_at > ?");
    values.add(SeatBooks.moment(now));
    part.append(values.size()).append(") AND ").append(CODE.get(role)).append(" IN ");
    String comma = "(?";
    for (String code : codes) {
      values.add(code);
      part.append(comma).append(values.size());
      comma = ", ?";
    }
    return part.append(')').toString();
  }

  void keep(Map<Reader, Told> looked) {
    List<Map.Entry<Reader, Told>> all = List.copyOf(looked.entrySet());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      keep(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
  }

  private void keep(List<Map.Entry<Reader, Told>> some) {
    StringBuilder sql =
        new StringBuilder(
            "INSERT INTO waiting_letter (office_role, scope_code, person_id, looked_on,"
                + " told_until) VALUES ");
    for (int i = 0; i < some.size() * WIDTH; i++) {
      sql.append(i == 0 ? "(?" : i % WIDTH == 0 ? "), (?" : ", ?").append(i + 1);
    }
    Query insert =
        entities.createNativeQuery(
            sql.append(") ON DUPLICATE KEY UPDATE looked_on = VALUES(looked_on),")
                .append(" told_until = VALUES(told_until)")
                .toString());
    int place = 1;
    for (Map.Entry<Reader, Told> each : some) {
      Instant until = each.getValue().until();
      insert.setParameter(place++, each.getKey().office().role().code());
      insert.setParameter(place++, each.getKey().office().code());
      insert.setParameter(place++, each.getKey().person());
      insert.setParameter(place++, Date.valueOf(each.getValue().lookedOn()));
      insert.setParameter(place++, until == null ? null : SeatBooks.moment(until));
    }
    insert.executeUpdate();
  }

  /** Those at whose offices nobody has looked since: they hold them no longer. */
  void forget(LocalDate before) {
    entities
        .createNativeQuery("DELETE FROM waiting_letter WHERE looked_on < ?1")
        .setParameter(1, Date.valueOf(before))
        .executeUpdate();
  }

  void forget(Set<Long> people) {
    entities
        .createNativeQuery(
            "DELETE FROM waiting_letter WHERE person_id IN "
                + people.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")))
        .executeUpdate();
  }
}
