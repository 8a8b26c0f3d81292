package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;

/** Rooms as rows of the timeline. */
@ApplicationScoped
class RoomRows extends BookedRows {
  RoomRows() {
    super(ResourceKind.ROOM);
  }
}
