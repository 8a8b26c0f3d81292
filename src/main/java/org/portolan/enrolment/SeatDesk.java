package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionCopied;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionsDiscarded;
import org.portolan.enrolment.SeatBooks.Held;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.Group;
import org.portolan.seat.SeatLine;
import org.portolan.seat.SeatRefused;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Tally;
import org.portolan.seat.WhatIf;

/**
 * How a centre gives the seats of its sessions: by which rules, and to whom of the waiting list
 * where a person decides. Each decision of a person against the order carries a reason.
 */
@ApplicationScoped
public class SeatDesk {
  @Inject private CalendarService calendar;
  @Inject private SeatBooks books;
  @Inject private ApplicationRepository applications;
  @Inject private ApplicationRows rows;
  @Inject private Enrolments enrolments;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<SeatsRuled> ruled;

  /** The rules of a session of one's own centre, who holds its seats and who waits for one. */
  @Transactional
  public SeatPlan find(long sessionId, Language reader) {
    SessionFacts session = own(sessionId);
    Instant now = clock.instant();
    return new SeatPlan(
        rows.session(sessionId, reader).orElseThrow(() -> new NotFound("session " + sessionId)),
        ruled(session, now),
        books.rules(sessionId).orElse(SeatRules.plain(session.seats(), session.beginsAt())),
        books.ruled(sessionId),
        rows.listed(sessionId, reader));
  }

  /**
   * Gives a session other rules; who moves up by them is offered a seat at once.
   *
   * @param version of the rules that were shown
   * @throws ChangedMeanwhile when they are no longer that
   * @throws EnrolmentRefused when the session has begun or was cancelled
   * @throws SeatRefused when no seats can be given by them
   */
  @Transactional
  public void rule(long sessionId, long version, SeatRules rules) {
    SessionFacts session = own(sessionId);
    Instant now = clock.instant();
    Held held = books.holdAsKept(sessionId);
    held.requireOpen(now);
    if (session.standing()) {
      // there is a place for everybody
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
    Tally tally = held.book().tally();
    if (books.ruled(sessionId) != version) {
      throw new ChangedMeanwhile();
    }
    SeatRules kept = held.fitted(tally.opened() ? tally.rules() : held.plain());
    held.book().rule(held.fitted(rules), now);
    enrolments.keep(held, now);
    audit
        .entry("seats.ruled", "session", sessionId)
        .scope(Scope.centre(session.centreCode()))
        .change("rules", kept.text(), rules.text())
        .write();
    ruled.fire(new SeatsRuled(sessionId));
  }

  /**
   * Holds so many seats for a group beside those that its people have; what is held for it already
   * counts.
   *
   * @throws EnrolmentRefused when there are not so many to hold
   */
  @Transactional
  public void hold(long sessionId, Group group, int more, Instant until) {
    own(sessionId);
    Held held = books.holdAsKept(sessionId);
    Tally tally = held.book().tally();
    SeatRules rules = tally.opened() ? tally.rules() : held.plain();
    SeatRules next = rules.holding(group, tally.taken(group) + more, until);
    if (!next.problems().isEmpty()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.NOT_SO_MANY);
    }
    rule(sessionId, books.ruled(sessionId), next);
  }

  /** A copy gives its seats by the same rules; what was held until a day is held so much later. */
  @Transactional(Transactional.TxType.MANDATORY)
  void copied(@Observes SessionCopied event) {
    books
        .given(event.fromId())
        .ifPresent(rules -> give(event.toId(), rules.shifted(event.days(), event.zone())));
  }

  /**
   * A session that was just drafted gives its seats by these rules, as far as they fit it; a
   * standing one has a place for everybody.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin(long sessionId, SeatRules rules) {
    SessionFacts session = own(sessionId);
    if (!session.standing()) {
      SeatRules given = give(sessionId, rules);
      audit
          .entry("seats.ruled", "session", sessionId)
          .scope(Scope.centre(session.centreCode()))
          .change("rules", null, given.text())
          .write();
    }
  }

  /** Rules that were given with a draft go with it, unless somebody has applied. */
  @Transactional(Transactional.TxType.MANDATORY)
  void discarded(@Observes SessionsDiscarded event) {
    books.forget(event.sessionIds());
  }

  private SeatRules give(long sessionId, SeatRules rules) {
    Instant now = clock.instant();
    Held held = books.holdAsKept(sessionId);
    SeatRules fitted = held.fitted(rules);
    held.book().rule(fitted, now);
    enrolments.keep(held, now);
    return fitted;
  }

  /** What these rules would bring, tried on a copy; nothing is changed. */
  @Transactional
  public WhatIf tryOut(long sessionId, SeatRules rules) {
    own(sessionId);
    return WhatIf.tried(books.allocation(sessionId, clock.instant()), rules, clock.instant());
  }

  /** Offers a free seat to one on the waiting list, with the reason why it is their turn. */
  @Transactional
  public void offer(long applicationId, String reason) {
    Statement words = Statement.refusal(reason);
    Instant now = clock.instant();
    Held held = hold(applicationId, now);
    Application application = applications.get(applicationId);
    held.book().offer(application, now);
    application.chosen(me.id(), words);
    enrolments.keep(held, now);
    deed("application.chosen", application);
  }

  /** Puts one directly before another on the waiting list, with a reason. */
  @Transactional
  public void move(long applicationId, long before, String reason) {
    Statement words = Statement.refusal(reason);
    Instant now = clock.instant();
    Held held = hold(applicationId, now);
    Application application = applications.get(applicationId);
    Application other = applications.get(before);
    if (other.sessionId() != application.sessionId()) {
      throw new NotFound("application " + before);
    }
    held.book().move(application, other, now);
    application.remarked(me.id(), words);
    enrolments.keep(held, now);
    deed("application.ranked", application);
  }

  private Held hold(long applicationId, Instant now) {
    me.require();
    long sessionId = applications.sessionOf(applicationId);
    SessionFacts session = calendar.facts(List.of(sessionId)).get(sessionId);
    if (!me.holds(Role.CENTRE, Scope.centre(session.centreCode()))) {
      throw new NotFound("application " + applicationId);
    }
    Held held = books.hold(sessionId, now);
    held.requireOpen(now);
    return held;
  }

  private void deed(String action, Application application) {
    SessionFacts session =
        calendar.facts(List.of(application.sessionId())).get(application.sessionId());
    audit
        .entry(action, "application", application.id())
        .scope(Scope.centre(session.centreCode()))
        .change("session", null, application.sessionId())
        .write();
  }

  /** Whether its seats are given by rules that may still be changed. */
  private static boolean ruled(SessionFacts session, Instant now) {
    return session.dated() && session.aheadAt(now);
  }

  private SessionFacts own(long sessionId) {
    Map<Long, SessionFacts> found = calendar.facts(List.of(sessionId));
    SessionFacts session = found.get(sessionId);
    if (session == null) {
      throw new NotFound("session " + sessionId);
    }
    me.requireRole(Role.CENTRE, Scope.centre(session.centreCode()));
    return session;
  }

  /** The ledger of a session, from its first line. */
  @Transactional
  List<SeatLine> ledger(long sessionId) {
    return books.ledger(sessionId);
  }

  /** How book and applications of a session stand as they are kept, in the words of its ledger. */
  @Transactional
  String kept(long sessionId) {
    return books.kept(sessionId, applications.listOf(sessionId));
  }
}
