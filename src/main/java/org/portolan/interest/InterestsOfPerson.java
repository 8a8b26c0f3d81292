package org.portolan.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** To which sessions a person would come. */
@ApplicationScoped
class InterestsOfPerson implements PersonalData {
  @Inject private InterestRepository interests;

  @Override
  public String part() {
    return "interest";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "interests",
        "SELECT s.code AS session, i.said_at FROM session_interest i"
            + " JOIN training_session s ON s.id = i.session_id WHERE i.person_id = ?"
            + " ORDER BY i.said_at",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    interests.removeAllOf(person.id());
  }
}
