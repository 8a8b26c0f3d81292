package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * What belongs to a centre for which the person works: looked up, and held by whoever changes it,
 * so that nobody books it meanwhile.
 */
@ApplicationScoped
class OwnResources {
  @Inject private ResourceRepository resources;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;

  /** The clocks on which its days are. */
  ZoneId zone(String centre) {
    return ZoneId.of(directory.findCentre(centre).orElseThrow().zone());
  }

  /** A centre of one's own. */
  CentreSummary centre(String code) {
    CentreSummary centre =
        directory.findCentre(code).orElseThrow(() -> new NotFound("centre " + code));
    me.requireRole(Role.CENTRE, Scope.centre(centre.code()));
    return centre;
  }

  Resource find(long id) {
    Resource resource = resources.find(id).orElseThrow(() -> missing(id));
    me.requireRole(Role.CENTRE, Scope.centre(resource.centreCode()));
    return resource;
  }

  /** For one who changes it: nobody books it meanwhile. */
  Resource locked(long id, int version) {
    find(id);
    hold(id);
    return again(id, version);
  }

  /** Nobody books any of these meanwhile, or removes it; one may be null, or not be there. */
  void hold(Long... of) {
    resources.lock(
        resources.list(Stream.of(of).filter(Objects::nonNull).toList()).stream()
            .map(Resource::root)
            .toList());
  }

  Resource again(long id, int version) {
    Resource resource = resources.again(id).orElseThrow(() -> missing(id));
    if (resource.version() != version) {
      throw new ChangedMeanwhile();
    }
    return resource;
  }

  static NotFound missing(long id) {
    return new NotFound("resource " + id);
  }

  Deed deed(String action, Resource resource) {
    return audit
        .entry(action, Resources.KIND, resource.id())
        .scope(Scope.centre(resource.centreCode()));
  }
}
