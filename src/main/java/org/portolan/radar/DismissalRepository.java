package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Reads and keeps what was dismissed. */
@ApplicationScoped
class DismissalRepository {
  /** More than anybody dismisses in a year. */
  private static final int MOST = 5000;

  @PersistenceContext private EntityManager entities;

  /** Of a region and year, the latest first. */
  List<Dismissal> list(String region, int year) {
    return entities
        .createQuery(
            "select d from Dismissal d where d.regionCode = :region and d.firstYear = :year"
                + " order by d.dismissedAt desc, d.id desc",
            Dismissal.class)
        .setParameter("region", region)
        .setParameter("year", year)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** Others who let something be in the region, or take that back, wait. */
  void lock(String region) {
    entities
        .createNativeQuery("SELECT code FROM region WHERE code = ?1 FOR UPDATE")
        .setParameter(1, region)
        .getResultList();
  }

  void add(Dismissal dismissal) {
    entities.persist(dismissal);
    entities.flush();
  }

  void remove(Dismissal dismissal) {
    entities.remove(dismissal);
    entities.flush();
  }

  void move(long stays, long goes) {
    entities
        .createNativeQuery("UPDATE radar_dismissal SET dismissed_by = ?1 WHERE dismissed_by = ?2")
        .setParameter(1, stays)
        .setParameter(2, goes)
        .executeUpdate();
  }
}
