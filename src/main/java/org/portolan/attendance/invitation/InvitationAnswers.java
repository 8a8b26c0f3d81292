package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.portolan.attendance.invitation.InvitationRows.Row;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.enrolment.SeatReturns;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;

/**
 * Answers to invitations, from people who are not signed in: whoever holds the letter may answer
 * for its reader. Who declines gives the seat back.
 */
@ApplicationScoped
public class InvitationAnswers {
  private static final int MOST_SHOWN = 200;

  @Inject private InvitationLinks links;
  @Inject private InvitationRows rows;
  @Inject private EnrolmentService enrolment;
  @Inject private SeatReturns returns;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** What a link leads to; looking changes nothing. 404 where nobody here made it. */
  @Transactional
  public InvitationRequest find(String token, Language reader) {
    Row row = row(token);
    OfferedSession session = enrolment.sessions(List.of(row.session()), reader).get(row.session());
    return new InvitationRequest(
        row.application(), session, row.reply(), row.seated() && session.open(clock.instant()));
  }

  /**
   * Answers by a link.
   *
   * @return false where it can no longer be answered
   */
  @Transactional
  public boolean answer(String token, Reply reply) {
    return answer(
        row(token).application(), reply, "link", clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private Row row(String token) {
    return links.read(token).flatMap(rows::find).orElseThrow(() -> new NotFound("an invitation"));
  }

  /**
   * Keeps an answer that is later than the one that is there; one that was sent again changes
   * nothing.
   *
   * @param stamped when it was written, by whoever wrote it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean answer(long application, Reply reply, String way, Instant stamped) {
    rows.lock(rows.find(application).orElseThrow().session());
    Row row = rows.find(application).orElseThrow();
    if (row.stampedAt() != null && stamped.isBefore(row.stampedAt())) {
      return false;
    }
    if (row.reply() == reply) {
      return true;
    }
    if (!row.seated()
        || !open(row.session())
        || reply == Reply.DECLINED && !returns.giveBack(application, way)) {
      return false;
    }
    rows.answered(application, reply, way, stamped);
    audit
        .entry("application.invitation-answered", "application", application)
        .change("reply", row.reply().code(), reply.code())
        .change("way", null, way)
        .write();
    return true;
  }

  private boolean open(long session) {
    return enrolment.sessions(List.of(session), Language.EN).get(session).open(clock.instant());
  }

  /** Replies by mail from which nothing followed, the latest first; for administrators. */
  @Transactional
  public List<AsideReply> aside() {
    me.require();
    if (!me.isAdministrator()) {
      throw new NotAllowed();
    }
    return rows.aside(MOST_SHOWN);
  }
}
