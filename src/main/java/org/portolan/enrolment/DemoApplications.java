package org.portolan.enrolment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.DemoAnchor;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.seat.ApplicationState;

/**
 * Lays down the applications of the demo world, once: seats, steps and ledger as if people had made
 * them. A row that cannot have happened (no seat left, nobody to decide) is left out.
 */
@ApplicationScoped
class DemoApplications {
  private static final Duration DECIDED_AFTER = Duration.ofDays(4);

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @PersistenceContext private EntityManager entities;
  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private Enrolments enrolments;
  @Inject private DemoAnchor demo;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(500) SchemaReady ready) {
    if (!installation.demo() || any()) {
      return;
    }
    Map<String, DemoApplication> chosen = chosen();
    writeApplications(chosen);
    writeHistory(chosen);
    writeLedger();
    chosen.values().stream()
        .map(DemoApplication::sessionId)
        .distinct()
        .sorted()
        .forEach(enrolments::settle);
  }

  private boolean any() {
    return !entities
        .createNativeQuery("SELECT id FROM application")
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** What can have happened, by session and person. */
  private Map<String, DemoApplication> chosen() {
    Map<String, Object[]> sessions =
        byCode(
            "SELECT s.code, s.id, s.seats, s.approval, "
                + ApplicationRows.STARTS
                + ", s.state FROM training_session s");
    Map<String, Object[]> people = byCode("SELECT code, id, member_code FROM person");
    Map<String, Long> coordinators = coordinators();
    Map<Long, Integer> taken = new HashMap<>();
    Map<String, DemoApplication> chosen = new LinkedHashMap<>();
    Instant now = clock.instant();
    LocalDate anchor = demo.get();
    for (NamedCsvRecord row : content.rows("sample/applications.csv")) {
      Object[] session = sessions.get(row.getField("session"));
      Object[] person = people.get(row.getField("person"));
      if (session == null || person == null || session[5].equals("draft")) {
        continue;
      }
      DemoApplication application =
          DemoApplication.of(
              new SessionTerms(
                  ((Number) session[1]).longValue(),
                  true,
                  Chain.read((String) session[3]).orElseThrow(),
                  ApplicationRows.instant(session[4])),
              ((Number) person[1]).longValue(),
              (String) person[2],
              coordinators.get((String) person[2]),
              ApplicationState.of(row.getField("state")),
              row.getField("motivation"),
              row.getField("reason"),
              anchor
                  .plusDays(Long.parseLong(row.getField("day")))
                  .atTime(9, 0)
                  .plusMinutes(chosen.size())
                  .toInstant(ZoneOffset.UTC),
              now);
      int held = taken.getOrDefault(application.sessionId(), 0);
      boolean seat = application.state() == ApplicationState.APPROVED;
      boolean possible =
          application.possible() && (!seat || held < ((Number) session[2]).intValue());
      if (possible && chosen.putIfAbsent(application.key(), application) == null && seat) {
        taken.put(application.sessionId(), held + 1);
      }
    }
    return chosen;
  }

  private void writeApplications(Map<String, DemoApplication> chosen) {
    Rows rows =
        Rows.into("application", "id")
            .columns("session_id", "person_id", "member_code", "state", "motivation", "reason")
            .columns("applied_at", "chain", "asked", "urgency", "due_at", "nudge_at")
            .columns("decided_at", "decided_by", "version");
    for (DemoApplication application : chosen.values()) {
      Ask ask = application.ask();
      rows.add(
          application.sessionId(),
          application.personId(),
          application.memberCode(),
          application.state().code(),
          application.motivation(),
          application.reason(),
          Timestamp.from(application.appliedAt()),
          application.chain(),
          ask == null ? null : ask.approver().code(),
          ask == null ? null : ask.urgency().code(),
          ask == null ? null : stamp(ask.due()),
          ask == null ? null : stamp(ask.nudge()),
          stamp(application.decidedAt()),
          application.decidedBy(),
          1);
    }
    rows.insert(dataSource);
  }

  private void writeHistory(Map<String, DemoApplication> chosen) {
    Map<String, Long> ids = new HashMap<>();
    for (Object row :
        entities
            .createNativeQuery("SELECT id, session_id, person_id FROM application ORDER BY id")
            .getResultList()) {
      Object[] columns = (Object[]) row;
      ids.put(columns[1] + " " + columns[2], ((Number) columns[0]).longValue());
    }
    Rows steps =
        Rows.into("application_step", "id")
            .columns("application_id", "state", "actor_id", "reason", "happened_at");
    for (Map.Entry<String, DemoApplication> entry : chosen.entrySet()) {
      DemoApplication application = entry.getValue();
      Long id = ids.get(entry.getKey());
      steps.add(
          id,
          ApplicationState.WAITING.code(),
          application.personId(),
          null,
          Timestamp.from(application.appliedAt()));
      if (application.state() != ApplicationState.WAITING) {
        steps.add(
            id,
            application.state().code(),
            application.lastActor(),
            application.reason(),
            Timestamp.from(application.lastAt()));
      }
    }
    steps.insert(dataSource);
  }

  /** The ledgers that these steps make. */
  private void writeLedger() {
    entities
        .createNativeQuery(
            "UPDATE application a JOIN member_state m ON m.code = a.member_code SET"
                + " a.group_codes = CONCAT(IF(m.ldc_list_year IS NULL, '', 'least-developed:yes '),"
                + " 'member:', m.code, ' region:', m.region_code,"
                + " IF(m.subregion_code IS NULL, '', CONCAT(' subregion:', m.subregion_code)))")
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO seat_line (session_id, number, event, happened_at, detail)"
                + " SELECT s.id, 1, 'rules', MIN(a.applied_at), CONCAT('capacity=', s.seats,"
                + " ' margin=0 queue=0 offer=PT0S quiet=PT0S starts=',"
                + " DATE_FORMAT("
                + ApplicationRows.STARTS
                + ", '%Y-%m-%dT%H:%i:%sZ'), ' open=true')"
                + " FROM training_session s JOIN application a ON a.session_id = s.id"
                + " GROUP BY s.id, s.seats, s.starts_at")
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO seat_line (session_id, number, event, application_id, happened_at,"
                + " detail) SELECT a.session_id,"
                + " 1 + ROW_NUMBER() OVER (PARTITION BY a.session_id ORDER BY t.id),"
                + " CASE t.state WHEN 'waiting' THEN 'applied' WHEN 'approved' THEN 'seated'"
                + " ELSE t.state END, a.id, t.happened_at,"
                + " CASE t.state WHEN 'waiting' THEN a.group_codes END"
                + " FROM application_step t JOIN application a ON a.id = t.application_id")
        .executeUpdate();
  }

  private Map<String, Long> coordinators() {
    Map<String, Long> coordinators = new HashMap<>();
    for (Object row :
        entities
            .createNativeQuery(
                "SELECT scope_code, MIN(person_id) FROM mandate WHERE office = 'coordinator'"
                    + " AND deputy_for IS NULL AND ends_at IS NULL GROUP BY scope_code")
            .getResultList()) {
      Object[] columns = (Object[]) row;
      coordinators.put((String) columns[0], ((Number) columns[1]).longValue());
    }
    return coordinators;
  }

  private Map<String, Object[]> byCode(String sql) {
    Map<String, Object[]> found = new LinkedHashMap<>();
    for (Object row : entities.createNativeQuery(sql).getResultList()) {
      found.put((String) ((Object[]) row)[0], (Object[]) row);
    }
    return found;
  }

  private static Timestamp stamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  /**
   * An application of the demo world, brought in line with the rules of its session.
   *
   * @param lastAt when it came to its state
   */
  record DemoApplication(
      long sessionId,
      long personId,
      String memberCode,
      ApplicationState state,
      String motivation,
      String reason,
      Instant appliedAt,
      String chain,
      Ask ask,
      Instant lastAt,
      Long decidedBy,
      boolean possible) {

    static DemoApplication of(
        SessionTerms terms,
        long personId,
        String memberCode,
        Long coordinator,
        ApplicationState wanted,
        String motivation,
        String reason,
        Instant applied,
        Instant now) {
      boolean begun = !now.isBefore(terms.startsAt());
      ApplicationState state = wanted;
      if (terms.chain().isNone() && wanted == ApplicationState.WAITING) {
        state = ApplicationState.APPROVED;
      }
      // nobody is kept waiting for a session that is over
      boolean stale = begun && state == ApplicationState.WAITING;
      boolean undecidable =
          !terms.chain().isNone()
              && (memberCode == null || coordinator == null && state != ApplicationState.WAITING);
      boolean refusedByNobody = terms.chain().isNone() && state == ApplicationState.REFUSED;
      Instant known = applied.isAfter(now) ? now : applied;
      Instant at = known.isBefore(terms.startsAt()) ? known : terms.startsAt().minus(DECIDED_AFTER);
      Instant last = !terms.chain().isNone() ? at.plus(DECIDED_AFTER) : at;
      last = last.isAfter(now) ? now : last;
      last = last.isAfter(terms.startsAt()) ? terms.startsAt() : last;
      boolean waits = state == ApplicationState.WAITING;
      boolean decided = state == ApplicationState.REFUSED || state == ApplicationState.APPROVED;
      return new DemoApplication(
          terms.sessionId(),
          personId,
          memberCode,
          state,
          motivation,
          state == ApplicationState.REFUSED ? reason : null,
          at,
          terms.chain().text(),
          waits ? terms.chain().first().map(step -> terms.ask(step, at)).orElse(null) : null,
          last,
          decided && !terms.chain().isNone() ? coordinator : null,
          !stale && !undecidable && !refusedByNobody);
    }

    String key() {
      return sessionId + " " + personId;
    }

    Instant decidedAt() {
      return state == ApplicationState.APPROVED || state == ApplicationState.REFUSED
          ? lastAt
          : null;
    }

    Long lastActor() {
      return state == ApplicationState.WITHDRAWN ? Long.valueOf(personId) : decidedBy;
    }
  }
}
