package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.calendar.SessionFacts;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Scope;

/**
 * Takes what tablets noted while there was no network: all of it in one transaction, each mark
 * once, however often it is sent and by however many tablets. What does not count is said, and kept
 * in the trace where it can be.
 */
@ApplicationScoped
public class RollSync {
  /** So many at once. */
  public static final int MOST = 500;

  /** More marks than any session brings, and more guests. */
  private static final long MOST_OF_SESSION = 50_000;

  static final int MOST_GUESTS = 500;

  @Inject private AttendanceTerms terms;
  @Inject private AttendanceRows rows;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Keeps what is new of it, for a session of one's own centre. */
  @Transactional
  public TakenRoll take(long session, SentRoll sent) {
    SessionFacts facts = terms.called(session);
    if (sent.marks().size() > MOST || sent.guests().size() > MOST) {
      throw new IllegalArgumentException("more at once than " + MOST);
    }
    rows.lock(session);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Set<String> kept = new LinkedHashSet<>();
    Map<String, String> refused = new LinkedHashMap<>();
    Set<String> guests = takeGuests(session, sent.guests(), kept, refused, now);
    takeMarks(facts, sent, guests, kept, refused, now);
    return new TakenRoll(kept, refused);
  }

  /** Names of all guests of the session. */
  private Set<String> takeGuests(
      long session, List<Guest> sent, Set<String> kept, Map<String, String> refused, Instant now) {
    Set<String> known =
        rows.guests(session).stream().map(Guest::id).collect(Collectors.toCollection(HashSet::new));
    Map<String, Long> taken =
        rows.takenGuests(sent.stream().map(Guest::id).collect(Collectors.toSet()));
    int added = 0;
    for (Guest guest : sent) {
      if (known.contains(guest.id())) {
        kept.add(guest.id());
      } else if (taken.containsKey(guest.id()) || !guest.problems().isEmpty()) {
        refused.put(guest.id(), "malformed");
      } else if (known.size() >= MOST_GUESTS) {
        refused.put(guest.id(), "too-many");
      } else {
        rows.add(session, guest, me.id(), now);
        known.add(guest.id());
        kept.add(guest.id());
        added++;
      }
    }
    if (added > 0) {
      deed("attendance.guest-registered", session, "guests", added);
    }
    return known;
  }

  private void takeMarks(
      SessionFacts facts,
      SentRoll sent,
      Set<String> guests,
      Set<String> kept,
      Map<String, String> refused,
      Instant now) {
    Map<String, Long> taken =
        new HashMap<>(
            rows.taken(sent.marks().stream().map(SentMark::id).collect(Collectors.toSet())));
    // whoever sends again is told the same again: the first answer may have been lost
    Map<String, String> said = new HashMap<>(rows.refusals(facts.id(), taken.keySet()));
    Set<Long> seated =
        rows.applications(
            facts.id(),
            sent.marks().stream()
                .map(mark -> mark.attendee().application())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Set<String> halves = HalfDay.of(facts).stream().map(HalfDay::code).collect(Collectors.toSet());
    boolean closed = terms.closed(facts, rows.signature(facts.id()).isPresent());
    long room = MOST_OF_SESSION - rows.count(facts.id());
    Duration off = Duration.between(Instant.ofEpochMilli(sent.now()), now);
    List<Mark> added = new ArrayList<>();
    for (SentMark mark : sent.marks()) {
      Long of = taken.get(mark.id());
      boolean known =
          mark.attendee().isGuest()
              ? guests.contains(mark.attendee().guest())
              : seated.contains(mark.attendee().application());
      if (of != null) {
        String refusal = of == facts.id() ? said.get(mark.id()) : "malformed";
        if (refusal == null) {
          kept.add(mark.id());
        } else {
          refused.put(mark.id(), refusal);
        }
      } else if (!known) {
        refused.put(mark.id(), "unknown");
      } else if (added.size() >= room) {
        refused.put(mark.id(), "too-many");
      } else {
        String refusal = closed ? "closed" : halves.contains(mark.half()) ? null : "not-held";
        Instant at = Instant.ofEpochMilli(mark.millis()).plus(off);
        added.add(
            new Mark(mark, sent.device(), at.isAfter(now) ? now : at, now, me.id(), null, refusal));
        taken.put(mark.id(), facts.id());
        if (refusal == null) {
          kept.add(mark.id());
        } else {
          said.put(mark.id(), refusal);
          refused.put(mark.id(), refusal);
        }
      }
    }
    rows.add(facts.id(), added);
    if (!added.isEmpty()) {
      audit
          .entry("attendance.marked", "session", facts.id())
          .scope(Scope.centre(facts.centreCode()))
          .change("marks", null, added.size())
          .write();
    }
  }

  private void deed(String action, long session, String field, int count) {
    audit.entry(action, "session", session).change(field, null, count).write();
  }
}
