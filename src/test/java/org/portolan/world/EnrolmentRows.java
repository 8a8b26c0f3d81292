package org.portolan.world;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;
import org.portolan.seat.Allocation;
import org.portolan.seat.LineMark;
import org.portolan.seat.SeatEvent;
import org.portolan.seat.SeatLine;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Tally;

/**
 * Applications with their steps, the ledger of seats and its counts, as if people had made them one
 * after the other: no session ever has more holders than seats.
 */
final class EnrolmentRows {
  private static final int DAYS_TO_DECIDE = 10;
  private static final int AT_ONCE = 50_000;

  private final Setting setting;
  private final PeopleRows people;
  private final List<SessionRows.Planned> sessions;
  private final Map<String, Integer> taken = new HashMap<>();

  private Rows applications;
  private Rows steps;
  private final Map<Long, List<SeatLine>> ledger = new TreeMap<>();

  EnrolmentRows(Setting setting, PeopleRows people, List<SessionRows.Planned> sessions) {
    this.setting = setting;
    this.people = people;
    this.sessions =
        sessions.stream()
            .filter(session -> !session.open() && session.state().equals("published"))
            .toList();
  }

  /** Session by session, so that a world may have more applications than fit into memory. */
  void insert(DataSource database, long firstId) {
    Map<String, Long> sessionIds = Rows.idsByCode(database, "training_session");
    Map<String, Long> personIds = Rows.idsByCode(database, "person");
    SplittableRandom random = setting.random("applications");
    long id = firstId;
    begin();
    for (int i = 0; i < sessions.size(); i++) {
      SessionRows.Planned session = sessions.get(i);
      long left = setting.size().applications() - (id - firstId);
      int after = sessions.size() - i - 1;
      long wanted =
          after == 0 ? left : Math.round((0.5 + random.nextDouble()) * left / (after + 1));
      Set<PeopleRows.Person> made = new HashSet<>();
      while (made.size() < wanted && taken.getOrDefault(session.code(), 0) < session.seats()) {
        PeopleRows.Person person = Setting.one(people.people(), random);
        if (made.add(person)) {
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
      if (applications.size() >= AT_ONCE) {
        keep(database);
      }
    }
    keep(database);
  }

  private void begin() {
    applications =
        Rows.into("application", "id")
            .columns("id", "session_id", "person_id", "member_code", "state", "motivation")
            .columns("reason", "applied_at", "due_at", "decided_at", "decided_by", "version")
            .columns("group_codes", "chain", "asked", "urgency");
    steps =
        Rows.into("application_step", "id")
            .columns("application_id", "state", "actor_id", "reason", "happened_at");
    ledger.clear();
  }

  private void keep(DataSource database) {
    applications.insert(database);
    steps.insert(database);
    insertBooks(database);
    begin();
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
        1,
        "member:" + filed.member(),
        session.needsApproval() ? "coordinator" : "none",
        state.equals("waiting") ? "coordinator" : null,
        state.equals("waiting") ? "asked" : null);
    step(filed, "waiting", filed.personId(), null, applied);
    line(filed, SeatEvent.APPLIED, applied, "member:" + filed.member());
    if (held) {
      step(filed, "approved", decider, null, last);
      line(filed, SeatEvent.SEATED, last, "");
    }
    if (state.equals("approved")) {
      taken.merge(session.code(), 1, Integer::sum);
    } else if (state.equals("refused")) {
      step(filed, "refused", decider, reason, last);
      line(filed, SeatEvent.REFUSED, last, "");
    } else if (state.equals("withdrawn")) {
      LocalDateTime gone = last.plusMinutes(30);
      step(filed, "withdrawn", filed.personId(), null, gone);
      line(filed, SeatEvent.WITHDRAWN, gone, "");
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

  private void line(Filed filed, SeatEvent event, LocalDateTime at, String detail) {
    List<SeatLine> lines =
        ledger.computeIfAbsent(
            filed.sessionId(),
            session -> {
              Instant starts = filed.session().startsAt().toInstant(ZoneOffset.UTC);
              SeatRules rules = SeatRules.plain(filed.session().seats(), starts);
              return new ArrayList<>(
                  List.of(new SeatLine(1, SeatEvent.RULES, 0, moment(at), rules.text())));
            });
    lines.add(new SeatLine(lines.size() + 1L, event, filed.id(), moment(at), detail));
  }

  private static Instant moment(LocalDateTime at) {
    return at.truncatedTo(ChronoUnit.MICROS).toInstant(ZoneOffset.UTC);
  }

  private void insertBooks(DataSource database) {
    Rows lines =
        Rows.into("seat_line", "number")
            .columns("session_id", "number", "event", "application_id", "happened_at")
            .columns("detail", "mark");
    Rows books =
        Rows.into("seat_book", "session_id")
            .columns("session_id", "rules", "line_count", "queued", "taken", "by_group", "mark");
    ledger.forEach(
        (session, told) -> {
          String mark = "";
          for (SeatLine line : told) {
            mark = LineMark.of(session, mark, line);
            lines.add(
                session,
                line.number(),
                line.event().code(),
                line.application() == 0 ? null : line.application(),
                LocalDateTime.ofInstant(line.at(), ZoneOffset.UTC),
                line.detail(),
                mark);
          }
          Tally tally = Allocation.of(told).tally();
          books.add(
              session,
              tally.rules().text(),
              tally.lines(),
              tally.queued(),
              tally.taken(),
              tally.groups(),
              mark);
        });
    lines.insert(database);
    books.insert(database);
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }
}
