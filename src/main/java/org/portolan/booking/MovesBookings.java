package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.MovesPerson;

/** What somebody booked by either account they booked; they are the trainer that either was. */
@ApplicationScoped
class MovesBookings implements MovesPerson {
  @Inject private BookingRepository bookings;
  @Inject private BusyAddressRows addresses;

  @Override
  public Set<String> columns() {
    return Set.of("resource_booking.booked_by", "resource.person_id", "busy_address.kept_by");
  }

  @Override
  public void move(long stays, long goes) {
    bookings.move(stays, goes);
    addresses.move(stays, goes);
  }
}
