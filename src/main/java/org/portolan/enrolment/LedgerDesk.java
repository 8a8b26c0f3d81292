package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.enrolment.SeatsThen.Stood;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.Allocation;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Candidate;
import org.portolan.seat.SeatLine;

/** Tells a centre from the ledger of its session how the seats stood at any moment. */
@ApplicationScoped
public class LedgerDesk {
  /** So many lines are shown at once; an earlier moment shows those before. */
  private static final int SHOWN = 200;

  private static final List<ApplicationState> ORDER =
      List.of(
          ApplicationState.APPROVED,
          ApplicationState.OFFERED,
          ApplicationState.QUEUED,
          ApplicationState.WAITING);

  @Inject private CalendarService calendar;
  @Inject private SeatBooks books;
  @Inject private ApplicationRows rows;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /**
   * The seats of a session of one's own centre at a moment.
   *
   * @param when on the clocks of the session, or null for now
   */
  @Transactional
  public SeatsThen stood(long sessionId, LocalDateTime when, Language reader) {
    OfferedSession session = own(sessionId, reader);
    Instant moment =
        when == null ? clock.instant() : when.atZone(ZoneId.of(session.zone())).toInstant();
    return told(session, moment, Allocation.until(moment, books.ledger(sessionId)), reader);
  }

  /**
   * The same as a line of the ledger left them.
   *
   * @param line its number; the last one where there are not so many
   */
  @Transactional
  public SeatsThen after(long sessionId, long line, Language reader) {
    OfferedSession session = own(sessionId, reader);
    List<SeatLine> lines =
        books.ledger(sessionId).stream().filter(each -> each.number() <= line).toList();
    Instant moment = lines.isEmpty() ? clock.instant() : lines.get(lines.size() - 1).at();
    return told(session, moment, lines, reader);
  }

  private OfferedSession own(long sessionId, Language reader) {
    SessionFacts facts = calendar.facts(List.of(sessionId)).get(sessionId);
    if (facts == null) {
      throw new NotFound("session " + sessionId);
    }
    me.requireRole(Role.CENTRE, Scope.centre(facts.centreCode()));
    return rows.session(sessionId, reader).orElseThrow(() -> new NotFound("session " + sessionId));
  }

  private SeatsThen told(
      OfferedSession session, Instant moment, List<SeatLine> lines, Language reader) {
    Allocation then = Allocation.of(lines);
    List<Stood> stood = stood(then);
    List<SeatLine> last =
        new ArrayList<>(lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    Collections.reverse(last);
    boolean begun = then.tally().opened();
    return new SeatsThen(
        session,
        moment,
        begun ? then.tally().rules() : null,
        then.tally().taken(),
        then.tally().queued(),
        stood,
        last,
        lines.size(),
        people(stood, last, reader),
        begun ? then.text() : "",
        begun ? then.fingerprint() : "");
  }

  private static List<Stood> stood(Allocation then) {
    return then.candidates().stream()
        .filter(candidate -> ORDER.contains(candidate.standing().state()))
        .sorted(
            Comparator.comparingInt(
                    (Candidate candidate) -> ORDER.indexOf(candidate.standing().state()))
                .thenComparingLong(candidate -> candidate.standing().place())
                .thenComparingLong(Candidate::number))
        .map(candidate -> new Stood(candidate.number(), candidate.standing()))
        .toList();
  }

  private Map<Long, ApplicationSummary> people(
      List<Stood> stood, List<SeatLine> lines, Language reader) {
    List<Long> ids =
        Stream.concat(
                stood.stream().map(Stood::application), lines.stream().map(SeatLine::application))
            .filter(id -> id > 0)
            .distinct()
            .toList();
    return rows.byIds(ids, reader).stream()
        .collect(Collectors.toMap(ApplicationSummary::id, Function.identity()));
  }
}
