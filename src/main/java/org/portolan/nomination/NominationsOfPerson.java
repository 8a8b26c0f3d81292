package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** What was written about an officer who was sent, and by one who sent others. */
@ApplicationScoped
class NominationsOfPerson implements PersonalData {
  @Inject private NominationRepository nominations;

  @Override
  public String part() {
    return "nomination";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "nominations",
        "SELECT s.code AS session, n.member_code, o.place, o.alternate, o.words FROM nominee o"
            + " JOIN nomination n ON n.id = o.nomination_id"
            + " JOIN training_session s ON s.id = n.session_id WHERE o.person_id = ?"
            + " ORDER BY o.id",
        personId);
    out.add(
        "nominations_handed_in",
        "SELECT s.code AS session, n.member_code, n.reason, n.handed_in_at FROM nomination n"
            + " JOIN training_session s ON s.id = n.session_id WHERE n.sent_by = ?"
            + " ORDER BY n.id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    nominations.forgetWords(person.id());
  }
}
