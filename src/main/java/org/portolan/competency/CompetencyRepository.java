package org.portolan.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Competencies and job profiles in the database, in the order in which people list them. */
@ApplicationScoped
class CompetencyRepository {
  @PersistenceContext private EntityManager entities;

  List<Competency> competencies() {
    return entities
        .createQuery("select c from Competency c order by c.sort", Competency.class)
        .getResultList();
  }

  /** With what they need, in one statement. */
  List<JobProfile> profiles() {
    return entities
        .createQuery(
            "select distinct p from JobProfile p left join fetch p.needs order by p.sort",
            JobProfile.class)
        .getResultList();
  }
}
