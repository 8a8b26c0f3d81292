package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;

/**
 * Whether the Regional Office of a region checks a session before its centre publishes it. Where
 * nothing was said, a centre publishes as it likes.
 */
@ApplicationScoped
public class CheckRules {
  @PersistenceContext private EntityManager entities;
  @Inject private Directory directory;
  @Inject private CurrentPerson person;
  @Inject private AuditTrail audit;

  @Transactional
  public boolean required(String region) {
    return !entities
        .createNativeQuery("SELECT region_code FROM region_check WHERE region_code = ?1")
        .setParameter(1, region)
        .getResultList()
        .isEmpty();
  }

  /** Said by the Regional Office itself. */
  @Transactional
  public void require(String region, boolean wanted) {
    if (directory.findRegion(region).isEmpty()) {
      throw new NotFound("region " + region);
    }
    person.requireRole(Role.ROCB, Scope.region(region));
    boolean before = required(region);
    if (before == wanted) {
      return;
    }
    entities
        .createNativeQuery(
            wanted
                // two of its people may say so at once
                ? "INSERT INTO region_check (region_code) VALUES (?1)"
                    + " ON DUPLICATE KEY UPDATE region_code = VALUES(region_code)"
                : "DELETE FROM region_check WHERE region_code = ?1")
        .setParameter(1, region)
        .executeUpdate();
    audit
        .entry("region.check-ruled", "region", region)
        .scope(Scope.region(region))
        .change("check", before, wanted)
        .write();
  }
}
