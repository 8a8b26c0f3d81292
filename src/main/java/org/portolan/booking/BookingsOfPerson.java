package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** What a person booked for their centre; who has a room stays known under their number. */
@ApplicationScoped
class BookingsOfPerson implements PersonalData {
  @Override
  public String part() {
    return "booking";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "bookings",
        "SELECT r.name AS resource, s.code AS session, b.words, b.reason, b.booked_at"
            + " FROM resource_booking b JOIN resource r ON r.id = b.resource_id"
            + " LEFT JOIN training_session s ON s.id = b.session_id WHERE b.booked_by = ?"
            + " ORDER BY b.id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // nothing of it tells who they were
  }
}
