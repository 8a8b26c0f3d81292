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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.enrolment.SeatsThen.Stood;
import org.portolan.enrolment.SessionLedger.Row;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.Allocation;
import org.portolan.seat.Candidate;
import org.portolan.seat.SeatLine;

/** Tells a centre from the ledger of its session how the seats stood at any moment. */
@ApplicationScoped
public class LedgerDesk {
  /** So many lines are shown at once; an earlier moment shows those before. */
  private static final int SHOWN = 200;

  /** So many people are told of at once; the text has all. */
  private static final int PEOPLE = 300;

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
    List<Row> rows = books.rows(sessionId);
    return told(session, moment, rows, row -> !row.at().isAfter(moment), reader);
  }

  /**
   * The same as a line of the ledger left them.
   *
   * @param line its number; the last one where there are not so many
   */
  @Transactional
  public SeatsThen after(long sessionId, long line, Language reader) {
    OfferedSession session = own(sessionId, reader);
    List<Row> rows = books.rows(sessionId);
    Instant moment =
        rows.stream()
            .filter(row -> row.number() <= line)
            .reduce((one, later) -> later)
            .map(Row::at)
            .orElseGet(clock::instant);
    return told(session, moment, rows, row -> row.number() <= line, reader);
  }

  /** All of it as a line of the ledger left it, in the words that two who compare must both get. */
  @Transactional
  public String text(long sessionId, long line) {
    own(sessionId, Language.EN);
    List<Row> rows = books.rows(sessionId);
    Allocation then =
        Allocation.of(
            lines(rows, SessionLedger.altered(sessionId, rows), row -> row.number() <= line));
    return text(then);
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
      OfferedSession session,
      Instant moment,
      List<Row> rows,
      Predicate<Row> until,
      Language reader) {
    long altered = SessionLedger.altered(session.id(), rows);
    List<SeatLine> lines = lines(rows, altered, until);
    Allocation then = Allocation.of(lines);
    List<Candidate> standing = then.alive();
    List<Stood> stood =
        standing.stream()
            .limit(PEOPLE)
            .map(candidate -> new Stood(candidate.number(), candidate.standing()))
            .toList();
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
        standing.size(),
        last,
        lines.size(),
        altered,
        people(stood, last, reader),
        text(then),
        begun ? then.fingerprint() : "");
  }

  private static String text(Allocation then) {
    return then.tally().opened() ? then.text() : "";
  }

  private static List<SeatLine> lines(List<Row> rows, long altered, Predicate<Row> until) {
    return rows.stream()
        .takeWhile(row -> (altered == 0 || row.number() < altered) && until.test(row))
        .map(Row::line)
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
