package org.portolan.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** What a person can do, and their job: it goes with them. */
@ApplicationScoped
class AttainmentsOfPerson implements PersonalData {
  @Inject private AttainmentRepository attainments;

  @Override
  public String part() {
    return "competency";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "attainments",
        "SELECT competency_code, source, level, evidence, on_day, recorded_at, in_force"
            + " FROM attainment WHERE person_id = ? ORDER BY id",
        personId);
    out.add("job", "SELECT profile_code FROM person_job WHERE person_id = ?", personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    attainments.forget(person.id());
  }
}
