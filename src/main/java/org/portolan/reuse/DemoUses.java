package org.portolan.reuse;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;

/** What administrations of the demo world say of the use of its practices, once. */
@ApplicationScoped
class DemoUses {
  @PersistenceContext private EntityManager entities;
  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(450) SchemaReady ready) {
    if (!installation.demo() || any()) {
      return;
    }
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    content
        .rows("sample/practice-uses.csv")
        .forEach(
            row ->
                entities
                    .createNativeQuery(
                        "INSERT INTO practice_use (practice_id, member_code, used_year, used_month,"
                            + " report, language, reported_by, reported_at) SELECT p.id, ?1, ?2,"
                            + " ?3, ?4, ?5, q.id, ?6 FROM practice p JOIN person q ON q.code = ?7"
                            + " WHERE p.code = ?8")
                    .setParameter(1, row.getField("member"))
                    .setParameter(2, Integer.valueOf(row.getField("year")))
                    .setParameter(
                        3,
                        row.getField("month").isEmpty()
                            ? null
                            : Integer.valueOf(row.getField("month")))
                    .setParameter(4, row.getField("report"))
                    .setParameter(5, row.getField("language"))
                    .setParameter(6, now.minusDays(1))
                    .setParameter(7, row.getField("person"))
                    .setParameter(8, row.getField("practice"))
                    .executeUpdate());
  }

  private boolean any() {
    return !entities
        .createNativeQuery("SELECT id FROM practice_use")
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
