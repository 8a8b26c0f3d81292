package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.portolan.people.MovesPerson;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.Scope;

/** The practices that a person wrote, drafts among them. */
@ApplicationScoped
class MovesPractices implements MovesPerson {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;

  @Override
  public Set<String> columns() {
    return Set.of("practice.author_id");
  }

  @Override
  public void move(long stays, long goes) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT id, region_code FROM practice WHERE author_id = ?1 ORDER BY id FOR UPDATE")
            .setParameter(1, goes)
            .getResultList();
    audit.writeAll(
        rows.stream()
            .map(Object[].class::cast)
            .map(
                row ->
                    audit
                        .entry("practice.moved", "practice", ((Number) row[0]).longValue())
                        .scope(Scope.region((String) row[1]))
                        .change("author", goes, stays))
            .toList());
    entities
        .createNativeQuery("UPDATE practice SET author_id = ?1 WHERE author_id = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }
}
