package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.region.BodyKind;
import org.portolan.region.Directory;

/** Who appoints whom, and whose mandates somebody sees at their desk. */
@ApplicationScoped
class OfficePermissions {
  private static final Set<Role> REGIONAL = EnumSet.of(Role.ROCB, Role.VICE_CHAIR);

  @Inject private CurrentPerson me;
  @Inject private MandateRepository mandates;
  @Inject private Places places;
  @Inject private Directory directory;
  @Inject private Clock clock;

  /** Whether the person who asks may appoint to this office of this body. */
  boolean mayAppoint(Office office, Scope scope) {
    return me.isAdministrator() || mayAppoint(office, scope, held());
  }

  /** The mandates of the person who asks that they act by now; of whoever is read-only none. */
  List<Mandate> held() {
    return me.isSignedIn()
        ? mandates.listHeldBy(me.id(), clock.instant()).stream()
            .filter(mandate -> mandate.holdsAt(clock.instant()))
            .toList()
        : List.of();
  }

  boolean mayAppoint(Office office, Scope scope, List<Mandate> held) {
    String region = places.regionOf(scope).orElse(null);
    return held.stream()
        .filter(mandate -> office.appointedBy().contains(mandate.office()))
        .map(Mandate::scope)
        .anyMatch(
            own ->
                own.equals(scope)
                    || own.equals(Scope.PLATFORM)
                    || own.kind() == Scope.Kind.REGION && own.code().equals(region));
  }

  /** Who holds an office says who stands in for them, beside those who appoint to it. */
  boolean mayAppointDeputy(Mandate holder) {
    return holder.personId() == me.id()
            && holder.holdsAt(clock.instant())
            && !me.require().byApiToken()
        || mayAppoint(holder.office(), holder.scope());
  }

  /** Whoever may appoint to an office ends its mandates too. */
  boolean mayChange(Mandate mandate) {
    return mandate.deputy()
        ? mandates
            .find(mandate.deputyFor())
            .map(this::mayAppointDeputy)
            .orElseGet(() -> mayAppoint(mandate.office(), mandate.scope()))
        : mayAppoint(mandate.office(), mandate.scope());
  }

  /** A mandate that the person who asks may change, as themselves. */
  Mandate changeable(long id) {
    me.requireSelf();
    Mandate mandate = seen(id);
    if (!mayChange(mandate)) {
      throw new NotAllowed();
    }
    return mandate;
  }

  /** A mandate that the person who asks may see: their own, or one of their desk. */
  Mandate seen(long id) {
    return mandates
        .find(id)
        .filter(mandate -> mandate.personId() == me.id() || sight().covers(mandate.scope()))
        .orElseThrow(() -> new NotFound("mandate " + id));
  }

  /** Whoever gives the platform away shows who they are. */
  void requireProof(Office office) {
    if (office.kind() == Scope.Kind.PLATFORM) {
      me.requireRecentProof();
    }
  }

  /** Whether there is any office to which the person who asks appoints. */
  boolean appointsAtAll() {
    return me.isAdministrator()
        || held().stream()
            .anyMatch(
                mandate ->
                    EnumSet.allOf(Office.class).stream()
                        .anyMatch(office -> office.appointedBy().contains(mandate.office())));
  }

  /** What they see: their own bodies, and all in the regions they coordinate. */
  Sight sight() {
    Sight sight = new Sight(me.isAdministrator() || me.holds(Role.SECRETARIAT, Scope.PLATFORM));
    me.readableScopes(Role.COORDINATOR, Scope.Kind.MEMBER)
        .forEach(code -> sight.add(Scope.member(code)));
    me.readableScopes(Role.CENTRE, Scope.Kind.CENTRE)
        .forEach(code -> sight.add(Scope.centre(code)));
    me.readableScopes(Role.DONOR, Scope.Kind.BODY).forEach(code -> sight.add(Scope.body(code)));
    for (Role role : REGIONAL) {
      me.readableScopes(role, Scope.Kind.REGION).forEach(region -> addRegion(sight, region));
    }
    return sight;
  }

  private void addRegion(Sight sight, String region) {
    sight.add(Scope.region(region));
    directory.members().stream()
        .filter(member -> member.regionCode().equals(region))
        .forEach(member -> sight.add(Scope.member(member.code())));
    directory.bodies().stream()
        .filter(body -> region.equals(body.regionCode()))
        .forEach(
            body ->
                sight.add(
                    body.kind() == BodyKind.RTC
                        ? Scope.centre(body.code())
                        : Scope.body(body.code())));
  }
}
