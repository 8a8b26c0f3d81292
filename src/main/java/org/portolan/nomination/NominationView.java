package org.portolan.nomination;

import java.time.Instant;
import java.util.List;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.storage.StoredFile;

/**
 * Whom an administration sends to a session.
 *
 * @param id 0 while nothing is kept of it
 * @param open whether anything can still be changed
 * @param member code of the administration
 * @param gone those in whose place others are
 * @param unnamed or null
 * @param promised how many may still be named for seats that are held
 * @param letter of endorsement, or null
 */
public record NominationView(
    long id,
    OfferedSession session,
    boolean open,
    String member,
    String reason,
    Instant handedInAt,
    List<Listed> nominees,
    List<Listed> alternates,
    List<Listed> gone,
    UnnamedSeats unnamed,
    int promised,
    StoredFile letter) {

  /** Whether nobody else can be named: applications closed, and no seats are held for it. */
  public boolean closed(Instant now) {
    return session.closed(now) && promised == 0;
  }

  /** Nominees who are not handed in yet. */
  public List<Listed> ready() {
    return nominees.stream().filter(each -> !each.handedIn()).toList();
  }
}
