package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import org.portolan.enrolment.SeatDesk;
import org.portolan.enrolment.SelectionDesk;
import org.portolan.enrolment.SelectionList;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;

/** What a centre has before it when it selects: who waits, and what their administrations say. */
@ApplicationScoped
public class SessionSelection {
  @Inject private SelectionDesk desk;
  @Inject private SeatDesk seats;
  @Inject private Nominations nominations;
  @Inject private NominationRepository repository;
  @Inject private AuditTrail audit;

  /** Both lists of a session of one's own centre. */
  public record Found(SelectionList selection, List<NominationView> nominations) {}

  @Transactional
  public Found find(long sessionId, Language reader) {
    SelectionList selection = desk.find(sessionId, reader);
    return new Found(selection, nominations.handedIn(selection.session()));
  }

  /**
   * Holds the seats that an administration asks for until the end of the day by which it names its
   * officers, or does not.
   *
   * @throws NominationRefused when the wish is another by now
   * @throws org.portolan.seat.SeatRefused when there are not so many
   */
  @Transactional
  public void answer(long sessionId, long nominationId, boolean hold) {
    SelectionList selection = desk.find(sessionId, Language.EN);
    Nomination nomination =
        repository
            .find(nominationId)
            .filter(each -> each.sessionId() == sessionId)
            .orElseThrow(() -> new NotFound("nomination " + nominationId));
    nomination.answered(hold);
    UnnamedSeats asked = nomination.unnamed().orElseThrow();
    if (hold) {
      seats.hold(
          sessionId,
          new Hold(
              new Group(Group.Kind.MEMBER, nomination.memberCode()),
              asked.count(),
              asked
                  .nameBy()
                  .plusDays(1)
                  .atStartOfDay(ZoneId.of(selection.session().zone()))
                  .toInstant()));
    }
    audit
        .entry(hold ? "nomination.held" : "nomination.not-held", "nomination", nominationId)
        .scope(Scope.centre(selection.session().centreCode()))
        .change("seats", null, asked.count())
        .write();
  }
}
