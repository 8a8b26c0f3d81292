package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Invitations, counted from when their link ended, whether or not somebody came by it. */
@ApplicationScoped
class OldInvitations extends OldRows {
  OldInvitations() {
    super(
        "invitations",
        Period.ofDays(90),
        Period.ofDays(30),
        "DELETE FROM invitation WHERE expires_at < ?1");
  }
}
