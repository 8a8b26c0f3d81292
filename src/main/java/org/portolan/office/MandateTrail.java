package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;

/** Tells of mandates that change: the audit trail, and whoever goes by their rights. */
@ApplicationScoped
class MandateTrail {
  @Inject private MandateRepository mandates;
  @Inject private Places places;
  @Inject private AuditTrail audit;
  @Inject private Event<MandateChanged> changes;
  @Inject private Clock clock;

  Deed tell(String action, Mandate mandate) {
    return audit
        .entry(action, "mandate", Long.toString(mandate.id()))
        .scope(mandate.scope())
        .change("office", null, mandate.office().code());
  }

  void changed(Mandate mandate) {
    changed(mandate, mandate.personId());
  }

  /** For whom it counted before, too. */
  void changed(Mandate mandate, long person) {
    changes.fire(new MandateChanged(mandate.id(), person));
  }

  /** Ends one whose office is held still, and those of its deputies. */
  void endNow(Mandate mandate) {
    Instant now = clock.instant();
    ZoneId zone = places.zoneOf(mandate.scope());
    end(mandate, now, zone);
    for (Mandate deputy : mandates.listDeputies(mandate.id(), now)) {
      end(deputy, now, zone);
      changed(deputy);
    }
    mandates.flush();
    changed(mandate);
  }

  private void end(Mandate mandate, Instant now, ZoneId zone) {
    tell("mandate.ended", mandate).change("endsAt", mandate.endsAt(), now).write();
    mandate.endNow(now, zone);
  }
}
