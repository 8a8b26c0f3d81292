package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.Nominees;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;

/**
 * Does what time brings to seats that are held without names: reminds the administration once, and
 * says when the seats are there for all. Any node may; the row of the nomination keeps them apart.
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
    int nameless =
        nomination.nameless(nominees.seated(nomination.sessionId(), nomination.memberCode()));
    NamingNews news = nomination.nudged(session.zone(), now);
    if (news == NamingNews.OPENED) {
      audit
          .entry("nomination.opened", "nomination", id)
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
