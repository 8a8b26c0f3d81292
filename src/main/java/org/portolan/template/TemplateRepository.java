package org.portolan.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Session templates in the database. */
@ApplicationScoped
class TemplateRepository {
  @PersistenceContext private EntityManager entities;

  Optional<SessionTemplate> of(long courseId) {
    return entities
        .createQuery(
            "select t from SessionTemplate t where t.courseId = :course", SessionTemplate.class)
        .setParameter("course", courseId)
        .getResultStream()
        .findFirst();
  }

  /** Makes whoever else changes the template of a course wait; there may be none to lock. */
  void lock(long courseId) {
    entities
        .createNativeQuery("SELECT id FROM course WHERE id = ?1 FOR UPDATE")
        .setParameter(1, courseId)
        .getResultList();
  }

  void add(SessionTemplate template) {
    entities.persist(template);
  }

  void remove(SessionTemplate template) {
    entities.remove(template);
  }

  void flush() {
    entities.flush();
  }
}
