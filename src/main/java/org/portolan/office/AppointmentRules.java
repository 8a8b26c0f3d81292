package org.portolan.office;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/**
 * What has to hold for somebody to be appointed: the days make sense, an exclusive office is held
 * by one at a time, nobody holds the same office twice at once, deputies stand in for holders only
 * and no longer than those hold the office.
 */
final class AppointmentRules {
  private final List<Mandate> others;
  private final ZoneId zone;
  private final Instant now;
  private final Function<Mandate, MandateSummary> naming;

  /**
   * @param others all mandates of the same office for the same body that are not over
   * @param zone of the body
   * @param naming tells of a mandate that stands in the way
   */
  AppointmentRules(
      List<Mandate> others, ZoneId zone, Instant now, Function<Mandate, MandateSummary> naming) {
    this.others = List.copyOf(others);
    this.zone = zone;
    this.now = now;
    this.naming = naming;
  }

  /**
   * @param changed the mandate that is given another term, or null for a new one
   * @param principal the mandate that it stands in for, or null
   * @param starts the moment at which it begins: that of its first day, or later on that day
   */
  void check(Mandate changed, long person, Mandate principal, Term term, Instant starts) {
    if (term.reversed()) {
      throw new MandateRefused(MandateRefused.Kind.REVERSED);
    }
    if (term.outOfRange()) {
      throw new MandateRefused(MandateRefused.Kind.OUT_OF_RANGE);
    }
    if (term.to() != null && !term.endsAt(zone).isAfter(now)) {
      throw new MandateRefused(MandateRefused.Kind.ENDS_IN_PAST);
    }
    if (principal != null) {
      checkDeputy(person, principal, term);
    }
    for (Mandate other : others) {
      if (other == changed || !overlap(other, starts, term.endsAt(zone))) {
        continue;
      }
      if (other.personId() == person) {
        refuse(MandateRefused.Kind.HELD_ALREADY, other);
      }
      if (principal == null && !other.deputy() && other.office().exclusive()) {
        refuse(MandateRefused.Kind.TAKEN, other);
      }
    }
  }

  /** By moments: an office may change hands during a day. */
  private static boolean overlap(Mandate other, Instant starts, Instant ends) {
    return (ends == null || other.startsAt().isBefore(ends)) && !other.overAt(starts);
  }

  private void checkDeputy(long person, Mandate principal, Term term) {
    if (principal.deputy()) {
      refuse(MandateRefused.Kind.DEPUTY_OF_DEPUTY, principal);
    }
    if (principal.personId() == person) {
      refuse(MandateRefused.Kind.OWN_DEPUTY, principal);
    }
    if (!term.within(principal.term())) {
      refuse(MandateRefused.Kind.OUTSIDE_PRINCIPAL, principal);
    }
  }

  private void refuse(MandateRefused.Kind kind, Mandate other) {
    throw new MandateRefused(kind, naming.apply(other));
  }
}
