package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** What somebody answered to invitations of their calendar. */
@ApplicationScoped
class InvitationsOfPerson implements PersonalData {
  @Inject private InvitationRows rows;

  @Override
  public String part() {
    return "calendar-invitations";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "calendar_invitations",
        "SELECT s.code AS session, i.state, i.reply, i.reply_way, i.sent_at FROM"
            + " calendar_invitation i JOIN application a ON a.id = i.application_id JOIN"
            + " training_session s ON s.id = a.session_id WHERE a.person_id = ? ORDER BY a.id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    rows.forget(person.addresses());
  }
}
