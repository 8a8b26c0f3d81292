package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** Appointing people to offices, and giving mandates their end. */
@ApplicationScoped
public class Appointments {
  @Inject private MandateRepository mandates;
  @Inject private OfficePermissions permissions;
  @Inject private OfficeLock offices;
  @Inject private MandateTrail trail;
  @Inject private Places places;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /**
   * Appoints somebody, or makes them a deputy.
   *
   * @return the number of the mandate
   * @throws MandateRefused where a rule stands against it
   */
  @Transactional
  public long appoint(Appointment wanted) {
    me.requireSelf();
    if (!places.has(wanted.office(), wanted.scope())) {
      throw new MandateRefused(MandateRefused.Kind.STRANGE_SCOPE);
    }
    Mandate principal = wanted.deputyFor() == null ? null : principal(wanted);
    boolean allowed =
        principal != null && permissions.mayAppointDeputy(principal)
            || permissions.mayAppoint(wanted.office(), wanted.scope());
    if (!allowed) {
      throw new NotAllowed();
    }
    permissions.requireProof(wanted.office());
    return add(
            wanted.office(),
            wanted.scope(),
            offices.person(wanted.email()),
            principal,
            new Term(wanted.from(), wanted.to()))
        .id();
  }

  private Mandate principal(Appointment wanted) {
    return mandates
        .find(wanted.deputyFor())
        .filter(
            found ->
                found.office() == wanted.office()
                    && found.scope().equals(wanted.scope())
                    && !found.overAt(clock.instant()))
        .orElseThrow(() -> new NotFound("mandate " + wanted.deputyFor()));
  }

  private Mandate add(Office office, Scope scope, long person, Mandate principal, Term term) {
    ZoneId zone = places.zoneOf(scope);
    offices.rules(office, scope).check(null, person, principal, term, term.startsAt(zone));
    Mandate mandate =
        mandates.add(
            new Mandate(
                office, scope, person, principal == null ? null : principal.id(), term, zone));
    trail
        .tell("mandate.appointed", mandate)
        .change("person", null, person)
        .change("from", null, term.from())
        .change("to", null, term.to())
        .change("deputyFor", null, mandate.deputyFor())
        .write();
    trail.changed(mandate);
    return mandate;
  }

  /**
   * Gives a mandate another last day, or none.
   *
   * @param version as it was when the form was opened
   */
  @Transactional
  public void changeEnd(long id, int version, LocalDate last) {
    Mandate mandate = permissions.changeable(id);
    offices.lock(mandate, version);
    ZoneId zone = places.zoneOf(mandate.scope());
    Mandate principal = mandate.deputy() ? mandates.find(mandate.deputyFor()).orElseThrow() : null;
    offices
        .rules(mandate.office(), mandate.scope())
        .check(
            mandate,
            mandate.personId(),
            principal,
            new Term(mandate.term().from(), last),
            mandate.startsAt());
    trail.tell("mandate.changed", mandate).change("to", mandate.term().to(), last).write();
    mandate.endOn(last, zone);
    if (last != null) {
      for (Mandate deputy : mandates.listDeputies(id, clock.instant())) {
        if (deputy.term().to() == null || deputy.term().to().isAfter(last)) {
          trail.tell("mandate.changed", deputy).change("to", deputy.term().to(), last).write();
          deputy.endBy(last, zone);
          trail.changed(deputy);
        }
      }
    }
    mandates.flush();
    trail.changed(mandate);
  }

  /** Ends a mandate and those of its deputies at once. */
  @Transactional
  public void endNow(long id, int version) {
    Mandate mandate = permissions.changeable(id);
    offices.lock(mandate, version);
    trail.endNow(mandate);
  }

  /** The first administrator of an empty installation; the set-up alone calls it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appointFirstAdministrator(long person) {
    add(
        Office.ADMIN,
        Scope.PLATFORM,
        person,
        null,
        new Term(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), null));
  }
}
