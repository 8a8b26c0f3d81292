package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.portolan.attendance.online.OnlineRoom;
import org.portolan.attendance.online.OnlineRooms;

/** How the reader of a page joins a session; visitors are not asked for. */
@Named("joinPage")
@RequestScoped
public class JoinBean {
  @Inject private OnlineRooms rooms;

  private Long asked;
  private OnlineRoom room;

  /** Null where it is not for them. */
  public OnlineRoom of(long session) {
    if (asked == null || asked != session) {
      Optional<OnlineRoom> found = rooms.forMe(session);
      asked = session;
      room = found.orElse(null);
    }
    return room;
  }
}
