package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * What a person wrote when they applied and decided, and what others wrote about their
 * applications. Seats that were given stay given, under the number of the person; what is still to
 * come is withdrawn, so that others can have the seat.
 */
@ApplicationScoped
class ApplicationsOfPerson implements PersonalData {
  @Inject private Enrolments enrolments;
  @Inject private ApplicationRepository applications;
  @Inject private WaitingLetterRows letters;

  @Override
  public String part() {
    return "enrolment";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "applications",
        "SELECT a.id, s.code AS session, a.member_code, a.state, a.motivation, a.reason,"
            + " a.applied_at, a.due_at, a.decided_at, a.supervisor_name,"
            + " a.supervisor_email FROM application a"
            + " JOIN training_session s ON s.id = a.session_id WHERE a.person_id = ?"
            + " ORDER BY a.id",
        personId);
    out.add(
        "application_steps",
        "SELECT p.application_id, p.state, p.reason, p.happened_at FROM application_step p"
            + " JOIN application a ON a.id = p.application_id WHERE a.person_id = ?"
            + " ORDER BY p.id",
        personId);
    out.add(
        "application_changes",
        "SELECT c.application_id, c.what, c.before_value, c.after_value, c.happened_at"
            + " FROM application_change c JOIN application a ON a.id = c.application_id"
            + " WHERE a.person_id = ? ORDER BY c.id",
        personId);
    out.add(
        "decisions_on_others",
        "SELECT application_id, state, reason, happened_at FROM application_step p"
            + " WHERE actor_id = ? AND application_id NOT IN"
            + " (SELECT id FROM application WHERE person_id = ?) ORDER BY p.id",
        personId,
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    enrolments.withdrawAll(person.id());
    applications.forgetWords(person.id());
    letters.forget(Set.of(person.id()));
  }
}
