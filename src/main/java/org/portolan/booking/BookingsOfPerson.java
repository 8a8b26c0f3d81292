package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * What a person booked for their centre, which stays known under their number, and where they are
 * booked as a trainer.
 */
@ApplicationScoped
class BookingsOfPerson implements PersonalData {
  @Inject private BookingRepository bookings;
  @Inject private BusyAddressRows addresses;

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
    out.add(
        "trainer",
        "SELECT r.name, r.centre_code AS centre, r.languages, s.code AS session, t.from_at,"
            + " t.until_at FROM resource r LEFT JOIN resource_booking b ON b.resource_id = r.id"
            + " LEFT JOIN training_session s ON s.id = b.session_id"
            + " LEFT JOIN booked_time t ON t.booking_id = b.id WHERE r.person_id = ?"
            + " ORDER BY r.id, t.from_at, t.id",
        personId);
    out.add(
        "busy_address",
        "SELECT r.name, b.host, b.kept_at, b.read_at FROM busy_address b JOIN resource r ON r.id ="
            + " b.resource_id WHERE r.person_id = ? ORDER BY r.id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // what they booked tells nothing of who they were
    addresses.forget(person.id());
    bookings.forget(person.id());
  }
}
