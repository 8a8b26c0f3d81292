package org.portolan.nomination;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portolan.calendar.SessionChanged;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.Nominees;
import org.portolan.enrolment.OfferedSession;
import org.portolan.enrolment.SeatsRuled;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;

/**
 * Does what time and the centre bring to seats that are held without names: reminds the
 * administration once, and says when the seats are held otherwise, or there for all. Any node may;
 * the row of the nomination keeps them apart.
 */
@ApplicationScoped
class SeatNaming {
  @Inject private NominationRepository nominations;
  @Inject private NominationLetters letters;
  @Inject private Nominees nominees;
  @Inject private EnrolmentService enrolment;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Nominations about whose seats there is something to do, the longest ago first. */
  @Transactional
  List<Long> listDue(int most) {
    return nominations.nudged(clock.instant(), most);
  }

  @Transactional
  void nudge(long id) {
    Instant now = clock.instant();
    Nomination nomination = nominations.lock(id).orElse(null);
    if (nomination == null || !nomination.nudgedBy(now)) {
      return;
    }
    OfferedSession session = enrolment.session(nomination.sessionId(), Language.EN);
    if (!session.open(now)) {
      nomination.leftAlone();
      return;
    }
    NamingNews news =
        follow(nomination, session, now).orElseGet(() -> nomination.nudged(session.zone(), now));
    tell(news, nomination);
  }

  /** In the transaction of the centre, after the book of seats has followed the session. */
  @Transactional(Transactional.TxType.MANDATORY)
  void changed(@Observes @Priority(Interceptor.Priority.APPLICATION + 700) SessionChanged event) {
    follow(event.sessionId());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void ruled(@Observes SeatsRuled event) {
    follow(event.sessionId());
  }

  private void follow(long sessionId) {
    List<Long> held = nominations.held(sessionId);
    if (held.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    OfferedSession session = enrolment.session(sessionId, Language.EN);
    for (long id : held) {
      nominations
          .lock(id)
          .ifPresent(
              nomination ->
                  follow(nomination, session, now).ifPresent(news -> tell(news, nomination)));
    }
  }

  private Optional<NamingNews> follow(Nomination nomination, OfferedSession session, Instant now) {
    return nomination.follow(
        nominees.held(session.id(), nomination.memberCode()),
        session.firstDay(),
        session.zone(),
        now);
  }

  private void tell(NamingNews news, Nomination nomination) {
    int nameless =
        nomination.nameless(nominees.seated(nomination.sessionId(), nomination.memberCode()));
    if (news == NamingNews.OPENED || news == NamingNews.RELEASED) {
      audit
          .entry("nomination.opened", "nomination", nomination.id())
          .scope(Scope.member(nomination.memberCode()))
          .change("session", null, nomination.sessionId())
          .change("seats", null, nameless)
          .write();
    }
    if (nameless > 0) {
      letters.seats(news, nomination, nameless);
    }
  }
}
