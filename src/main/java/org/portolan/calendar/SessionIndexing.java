package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;

/** Has a session found as it is now, once the transaction that changed it is through. */
@ApplicationScoped
class SessionIndexing {

  void changed(long sessionId) {}
}
