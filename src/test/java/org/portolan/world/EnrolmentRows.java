package org.portolan.world;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;

/**
 * Applications with their steps, the ledger of seats and its counts, as if people had made them one
 * after the other: no session ever has more holders than seats.
 */
final class EnrolmentRows {
  private static final int DAYS_TO_DECIDE = 10;

  private final Setting setting;
  private final PeopleRows people;
  private final List<SessionRows.Planned> sessions;
  private final Map<String, Integer> taken = new HashMap<>();

  private final Rows applications =
      Rows.into("application", "id")
          .columns("id", "session_id", "person_id", "member_code", "state", "motivation")
          .columns("reason", "applied_at", "due_at", "decided_at", "decided_by", "version");
  private final Rows steps =
      Rows.into("application_step", "id")
          .columns("application_id", "state", "actor_id", "reason", "happened_at");
  private final Rows ledger =
      Rows.into("seat_entry", "id").columns("session_id", "application_id", "kind", "happened_at");

  EnrolmentRows(Setting setting, PeopleRows people, List<SessionRows.Planned> sessions) {
    this.setting = setting;
    this.people = people;
    this.sessions =
        sessions.stream()
            .filter(session -> !session.open() && session.state().equals("published"))
            .toList();
  }

  void insert(DataSource database, long firstId) {
    Map<String, Long> sessionIds = Rows.idsByCode(database, "training_session");
    Map<String, Long> personIds = Rows.idsByCode(database, "person");
    SplittableRandom random = setting.random("applications");
    Set<String> made = new HashSet<>();
    long id = firstId;
    while (made.size() < setting.size().applications()) {
      SessionRows.Planned session = Setting.one(sessions, random);
      PeopleRows.Person person = Setting.one(people.people(), random);
      boolean seatLeft = taken.getOrDefault(session.code(), 0) < session.seats();
      if (seatLeft && made.add(session.code() + " " + person.code())) {
        add(
            new Filed(
                id++,
                session,
                sessionIds.get(session.code()),
                personIds.get(person.code()),
                person.member(),
                personIds.get(people.coordinator(person.member()).code())),
            random);
      }
    }
    applications.insert(database);
    steps.insert(database);
    ledger.insert(database);
    insertCounts(database, sessionIds);
  }

  /** An application and whom it concerns, by their numbers. */
  private record Filed(
      long id,
      SessionRows.Planned session,
      long sessionId,
      long personId,
      String member,
      long coordinator) {}

  private void add(Filed filed, SplittableRandom random) {
    SessionRows.Planned session = filed.session();
    LocalDateTime applied =
        earlier(
            session.startsAt().minusDays(12 + random.nextInt(40)),
            setting.now().minusHours(1 + random.nextInt(200)));
    LocalDateTime last =
        session.needsApproval() ? earlier(applied.plusDays(4), setting.now()) : applied;
    String state = state(session, random);
    boolean held =
        state.equals("approved") || (state.equals("withdrawn") && !session.needsApproval());
    boolean decided = state.equals("approved") || state.equals("refused");
    Long decider = session.needsApproval() ? Long.valueOf(filed.coordinator()) : null;
    String reason = state.equals("refused") ? setting.words("en").sentence(random) : null;

    applications.add(
        filed.id(),
        filed.sessionId(),
        filed.personId(),
        filed.member(),
        state,
        setting.words(session.language()).sentence(random),
        reason,
        applied,
        state.equals("waiting")
            ? earlier(applied.plusDays(DAYS_TO_DECIDE), session.startsAt())
            : null,
        decided || held ? last : null,
        decided ? decider : null,
        1);
    step(filed, "waiting", filed.personId(), null, applied);
    if (held) {
      step(filed, "approved", decider, null, last);
      ledger.add(filed.sessionId(), filed.id(), "taken", last);
    }
    if (state.equals("approved")) {
      taken.merge(session.code(), 1, Integer::sum);
    } else if (state.equals("refused")) {
      step(filed, "refused", decider, reason, last);
    } else if (state.equals("withdrawn")) {
      LocalDateTime gone = last.plusMinutes(30);
      step(filed, "withdrawn", filed.personId(), null, gone);
      if (held) {
        ledger.add(filed.sessionId(), filed.id(), "released", gone);
      }
    }
  }

  private String state(SessionRows.Planned session, SplittableRandom random) {
    int chance = random.nextInt(100);
    if (!session.needsApproval()) {
      return chance < 90 ? "approved" : "withdrawn";
    }
    boolean ahead = session.startsAt().isAfter(setting.now());
    if (ahead && chance < 40) {
      return "waiting";
    }
    return chance < 80 ? "approved" : chance < 94 ? "refused" : "withdrawn";
  }

  private void step(Filed filed, String state, Long actor, String reason, LocalDateTime at) {
    steps.add(filed.id(), state, actor, reason, at);
  }

  private void insertCounts(DataSource database, Map<String, Long> sessionIds) {
    Rows counts = Rows.into("seat_count", "session_id").columns("session_id", "capacity", "taken");
    for (SessionRows.Planned session : sessions) {
      if (taken.containsKey(session.code())) {
        counts.add(sessionIds.get(session.code()), session.seats(), taken.get(session.code()));
      }
    }
    counts.insert(database);
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }
}
