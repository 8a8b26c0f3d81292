package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.portolan.platform.security.Scope;

/** People who leave their offices because they leave an administration, or Portolan. */
@ApplicationScoped
class Departures {
  @Inject private MandateRepository mandates;
  @Inject private MandateTrail trail;
  @Inject private Places places;
  @Inject private Clock clock;

  /** What keeps a person from leaving: an office that only they hold, or the platform itself. */
  Optional<String> needed(long personId) {
    Instant now = clock.instant();
    List<Mandate> held =
        mandates.listEverHeldBy(personId).stream().filter(each -> !each.overAt(now)).toList();
    if (held.stream().anyMatch(each -> each.office() == Office.ADMIN)) {
      return Optional.of("admin");
    }
    return held.stream().anyMatch(each -> each.office().exclusive() && !each.deputy())
        ? Optional.of("office")
        : Optional.empty();
  }

  /** Ends whatever a person holds, because they are erased. */
  @Transactional(Transactional.TxType.MANDATORY)
  void endAll(long personId) {
    end(personId, any -> true);
  }

  /** Ends what a person holds for a Member and for the bodies in it, because they leave it. */
  @Transactional(Transactional.TxType.MANDATORY)
  void endIn(String member, long personId) {
    end(personId, scope -> places.memberOf(scope).filter(member::equals).isPresent());
  }

  private void end(long personId, Predicate<Scope> wanted) {
    Instant now = clock.instant();
    for (Mandate mandate : mandates.listEverHeldBy(personId)) {
      if (!mandate.overAt(now) && wanted.test(mandate.scope())) {
        mandates.lock(mandate.office(), mandate.scope());
        trail.endNow(mandate);
      }
    }
  }
}
