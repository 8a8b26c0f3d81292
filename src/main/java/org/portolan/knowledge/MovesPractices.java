package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.people.MovesPerson;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.Scope;

/** The practices that a person wrote, handed in or approved. */
@ApplicationScoped
class MovesPractices implements MovesPerson {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;

  /** Columns of a practice, by what the trail calls them. */
  private static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("author", "author_id");
    FIELDS.put("writer", "written_by");
    FIELDS.put("submitter", "submitted_by");
    FIELDS.put("publisher", "published_by");
  }

  @Override
  public Set<String> columns() {
    return Set.of(
        "practice.author_id",
        "practice.written_by",
        "practice.submitted_by",
        "practice.published_by",
        "practice_version.published_by");
  }

  @Override
  public void move(long stays, long goes) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT id, region_code, "
                    + String.join(", ", FIELDS.values())
                    + " FROM practice WHERE ?1 IN ("
                    + String.join(", ", FIELDS.values())
                    + ") ORDER BY id FOR UPDATE")
            .setParameter(1, goes)
            .getResultList();
    audit.writeAll(
        rows.stream().map(Object[].class::cast).map(row -> moved(row, stays, goes)).toList());
    for (String column : FIELDS.values()) {
      update("practice", column, stays, goes);
    }
    update("practice_version", "published_by", stays, goes);
  }

  private Deed moved(Object[] row, long stays, long goes) {
    Deed deed =
        audit
            .entry("practice.moved", "practice", ((Number) row[0]).longValue())
            .scope(Scope.region((String) row[1]));
    int place = 2;
    for (String field : FIELDS.keySet()) {
      if (row[place] instanceof Number who && who.longValue() == goes) {
        deed.change(field, goes, stays);
      }
      place++;
    }
    return deed;
  }

  private void update(String table, String column, long stays, long goes) {
    entities
        .createNativeQuery("UPDATE " + table + " SET " + column + " = ?1 WHERE " + column + " = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }
}
