package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.portolan.people.MovesPerson;

/**
 * The courses that a person drafted or submitted: under whichever account, they may not publish
 * them.
 */
@ApplicationScoped
class MovesCourses implements MovesPerson {
  @PersistenceContext private EntityManager entities;

  @Override
  public Set<String> columns() {
    return Set.of("course.drafted_by", "course.submitted_by");
  }

  @Override
  public void move(long stays, long goes) {
    for (String column : new String[] {"drafted_by", "submitted_by"}) {
      entities
          .createNativeQuery("UPDATE course SET " + column + " = ?1 WHERE " + column + " = ?2")
          .setParameter(1, stays)
          .setParameter(2, goes)
          .executeUpdate();
    }
  }
}
