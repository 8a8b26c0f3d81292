package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** When somebody was there, and what they signed. */
@ApplicationScoped
class AttendanceOfPerson implements PersonalData {
  @Inject private AttendanceRows rows;

  @Override
  public String part() {
    return "attendance";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "attendance",
        "SELECT s.code AS session, m.half_day, m.state, m.marked_at, m.reason FROM attendance_mark"
            + " m JOIN application a ON a.id = m.application_id JOIN training_session s ON s.id ="
            + " m.session_id WHERE a.person_id = ? AND m.refusal IS NULL ORDER BY m.id",
        personId);
    out.add(
        "attendance_as_guest",
        "SELECT s.code AS session, g.name, g.administration, g.email FROM attendance_guest g JOIN"
            + " training_session s ON s.id = g.session_id WHERE g.person_id = ?",
        personId);
    out.add(
        "attendance_signed",
        "SELECT s.code AS session, g.name, g.signed_at FROM attendance_signature g JOIN"
            + " training_session s ON s.id = g.session_id WHERE g.signed_by = ?",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    rows.forgetWords(person.id());
  }
}
