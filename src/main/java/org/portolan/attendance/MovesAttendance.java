package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.MovesPerson;

/** What somebody noted and signed stays theirs, and so does what was noted of them. */
@ApplicationScoped
class MovesAttendance implements MovesPerson {
  private static final Set<String> COLUMNS =
      Set.of(
          "attendance_mark.marked_by",
          "attendance_guest.registered_by",
          "attendance_guest.person_id",
          "attendance_guest.matched_by",
          "attendance_signature.signed_by");

  @Inject private AttendanceRows rows;

  @Override
  public Set<String> columns() {
    return COLUMNS;
  }

  @Override
  public void move(long stays, long goes) {
    COLUMNS.forEach(
        column -> {
          String[] parts = column.split("\\.");
          rows.move(parts[0], parts[1], stays, goes);
        });
  }
}
