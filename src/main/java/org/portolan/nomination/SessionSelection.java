package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.portolan.enrolment.Nominees;
import org.portolan.enrolment.OfferedSession;
import org.portolan.enrolment.SeatDesk;
import org.portolan.enrolment.SelectionDesk;
import org.portolan.enrolment.SelectionList;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.Group;

/** What a centre has before it when it selects: who waits, and what their administrations say. */
@ApplicationScoped
public class SessionSelection {
  @Inject private SelectionDesk desk;
  @Inject private SeatDesk seats;
  @Inject private Nominations nominations;
  @Inject private NominationLetters letters;
  @Inject private Nominees nominees;
  @Inject private NominationRepository repository;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Both lists of a session. */
  public record Found(SelectionList selection, List<HandedIn> nominations) {}

  /**
   * Of a session of one's own centre.
   *
   * @param most how many of those who wait are shown
   */
  @Transactional
  public Found find(long sessionId, int most, Language reader) {
    SelectionList selection = desk.find(sessionId, most, reader);
    return new Found(selection, nominations.handedIn(sessionId));
  }

  /**
   * Holds the seats that an administration asks for until the end of the day by which it names its
   * officers, or does not; those who decide for it are told.
   *
   * @param shown the wish as the centre saw it
   * @throws NominationRefused when it is another by now, or its day is over
   * @throws org.portolan.enrolment.EnrolmentRefused when there are not so many
   */
  @Transactional
  public void answer(long sessionId, long nominationId, UnnamedSeats shown, boolean hold) {
    OfferedSession session = desk.session(sessionId, Language.EN);
    nominees.holdSession(sessionId);
    Nomination nomination =
        repository
            .lock(nominationId)
            .filter(each -> each.sessionId() == sessionId)
            .orElseThrow(() -> new NotFound("nomination " + nominationId));
    Instant now = clock.instant();
    nomination.answered(shown, hold, LocalDate.ofInstant(now, ZoneId.of(session.zone())));
    if (hold) {
      seats.hold(
          sessionId,
          new Group(Group.Kind.MEMBER, nomination.memberCode()),
          shown.count(),
          shown.nameBy().plusDays(1).atStartOfDay(ZoneId.of(session.zone())).toInstant());
      nomination.holds(nominees.seated(sessionId, nomination.memberCode()), session.zone(), now);
    }
    audit
        .entry(hold ? "nomination.held" : "nomination.not-held", "nomination", nominationId)
        .scope(Scope.centre(session.centreCode()))
        .change("seats", null, shown.count())
        .write();
    letters.seats(hold ? NamingNews.HELD : NamingNews.REFUSED, nomination, shown.count());
  }
}
