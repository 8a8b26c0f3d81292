package org.portolan.attendance.online;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** Of which sessions somebody said how they are joined; that stays, under a number. */
@ApplicationScoped
class RoomOfPerson implements PersonalData, MovesPerson {
  @Inject private OnlineRoomRows rows;

  @Override
  public String part() {
    return "online-rooms";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "online_rooms",
        "SELECT s.code AS session, r.changed_at FROM online_room r JOIN training_session s ON s.id"
            + " = r.session_id WHERE r.changed_by = ? ORDER BY r.session_id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // it says nothing of them but their number
  }

  @Override
  public Set<String> columns() {
    return Set.of("online_room.changed_by");
  }

  @Override
  public void move(long stays, long goes) {
    rows.move(stays, goes);
  }
}
