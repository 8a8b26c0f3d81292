package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Handing offices over to successors. */
@ApplicationScoped
public class Handovers {
  @Inject private MandateRepository mandates;
  @Inject private Mandates register;
  @Inject private OfficePermissions permissions;
  @Inject private OfficeLock offices;
  @Inject private MandateTrail trail;
  @Inject private Places places;
  @Inject private Clock clock;

  /**
   * Hands an office over: the successor's mandate begins where this one ends, and with the office
   * goes all that waits for it. Whoever held it may look for some days more.
   *
   * @return the number of the successor's mandate
   */
  @Transactional
  public long handOver(long id, int version, Handover handover) {
    Mandate mandate = permissions.changeable(id);
    permissions.requireProof(mandate.office());
    if (mandate.deputy()) {
      throw new MandateRefused(MandateRefused.Kind.DEPUTY_OF_DEPUTY);
    }
    // before the office, as whoever merges accounts does
    long successor = offices.person(handover.email());
    offices.lock(mandate, version);
    ZoneId zone = places.zoneOf(mandate.scope());
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    requireHandable(mandate, successor, handover, today);
    boolean atOnce = !handover.from().isAfter(today);
    Term term = new Term(atOnce ? today : handover.from(), handover.to());
    // the old one gives way first, or the new one would stand against it
    LocalDate last = atOnce ? today : handover.from().minusDays(1);
    if (atOnce) {
      mandate.endNow(now, zone);
    } else {
      mandate.endBy(last, zone);
    }
    mandates.flush();
    offices
        .rules(mandate.office(), mandate.scope())
        .check(null, successor, null, term, atOnce ? now : term.startsAt(zone));
    Mandate next = new Mandate(mandate.office(), mandate.scope(), successor, null, term, zone);
    if (atOnce) {
      next.beginNow(now);
    }
    mandates.add(next);
    int grace = Math.max(0, Math.min(Handover.LONGEST_GRACE, handover.graceDays()));
    mandate.handOver(next, last, next.startsAt().plus(Duration.ofDays(grace)));
    trail
        .tell("mandate.handed-over", mandate)
        .change("person", mandate.personId(), successor)
        .change("successor", null, next.id())
        .change("endsAt", null, next.startsAt())
        .change("readsUntil", null, mandate.readsUntil())
        .write();
    for (Mandate deputy : mandates.listDeputies(id, now)) {
      if (deputy.endsAt() != null && !deputy.endsAt().isAfter(next.startsAt())) {
        // over by then anyway
        continue;
      }
      trail
          .tell("mandate.ended", deputy)
          .change("endsAt", deputy.endsAt(), next.startsAt())
          .write();
      if (atOnce) {
        deputy.endNow(now, zone);
      } else {
        deputy.endBy(last, zone);
      }
      trail.changed(deputy);
    }
    mandates.flush();
    trail.changed(mandate);
    trail.changed(next);
    return next.id();
  }

  private void requireHandable(
      Mandate mandate, long successor, Handover handover, LocalDate today) {
    // somewhere it may still be the day before
    if (handover.from().isBefore(today.minusDays(1))) {
      throw new MandateRefused(MandateRefused.Kind.BEGINS_IN_PAST);
    }
    if (successor == mandate.personId()) {
      throw new MandateRefused(MandateRefused.Kind.HELD_ALREADY, register.summary(mandate));
    }
    if (mandate.term().to() != null && handover.from().isAfter(mandate.term().to().plusDays(1))) {
      // it would go on for longer, past whoever holds the office then
      throw new MandateRefused(MandateRefused.Kind.AFTER_END, register.summary(mandate));
    }
    if (mandate.handedTo() != null) {
      mandates
          .find(mandate.handedTo())
          .filter(next -> !next.overAt(clock.instant()))
          .ifPresent(
              next -> {
                throw new MandateRefused(
                    MandateRefused.Kind.HANDED_ALREADY, register.summary(next));
              });
    }
  }
}
