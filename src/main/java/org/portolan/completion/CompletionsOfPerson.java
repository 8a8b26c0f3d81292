package org.portolan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * Courses that a person completed. How many completed a session is its history, so that it stays
 * under the number of the person.
 */
@ApplicationScoped
class CompletionsOfPerson implements PersonalData {
  @Override
  public String part() {
    return "completion";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "completions",
        "SELECT k.code AS course, s.code AS session, c.result, c.on_day FROM completion c"
            + " JOIN course k ON k.id = c.course_id"
            + " JOIN training_session s ON s.id = c.session_id WHERE c.person_id = ?"
            + " ORDER BY c.id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // nothing of it tells who they were
  }
}
