package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;

/**
 * Holds an office of a body still while its mandates change, so that the rules of appointing see
 * all of them. Whoever is appointed is held before the office, as whoever merges accounts does.
 */
@ApplicationScoped
class OfficeLock {
  @Inject private MandateRepository mandates;
  @Inject private Mandates register;
  @Inject private Places places;
  @Inject private People people;
  @Inject private Clock clock;

  /** Who holds an address; they keep their account until this transaction ends. */
  long person(String email) {
    return EmailAddress.typed(email == null ? "" : email)
        .flatMap(people::findByEmail)
        .map(PersonSummary::id)
        .filter(people::holdStill)
        .orElseThrow(() -> new MandateRefused(MandateRefused.Kind.NO_PERSON));
  }

  /** Of an office that nobody else changes until this transaction ends. */
  AppointmentRules rules(Office office, Scope scope) {
    mandates.lock(office, scope);
    return new AppointmentRules(
        mandates.listUnended(office, scope, clock.instant()),
        places.zoneOf(scope),
        clock.instant(),
        register::summary);
  }

  /**
   * Holds the office of a mandate that is to change.
   *
   * @param version as it was when the form was opened
   */
  void lock(Mandate mandate, int version) {
    mandates.lock(mandate.office(), mandate.scope());
    if (mandate.version() != version) {
      throw new ChangedMeanwhile();
    }
    if (mandate.overAt(clock.instant())) {
      throw new MandateRefused(MandateRefused.Kind.OVER);
    }
  }
}
