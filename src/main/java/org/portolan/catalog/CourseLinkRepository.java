package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What courses give and ask for, in the database. */
@ApplicationScoped
class CourseLinkRepository {
  @PersistenceContext private EntityManager entities;

  Map<String, Integer> gives(long course) {
    Map<String, Integer> gives = new TreeMap<>();
    for (Object each :
        entities
            .createNativeQuery(
                "SELECT competency_code, level FROM course_competency WHERE course_id = ?1")
            .setParameter(1, course)
            .getResultList()) {
      Object[] row = (Object[]) each;
      gives.put((String) row[0], ((Number) row[1]).intValue());
    }
    return gives;
  }

  Map<String, Set<String>> requiredBefore() {
    Map<String, Set<String>> required = new HashMap<>();
    for (Object each :
        entities
            .createNativeQuery(
                "SELECT c.code, r.code AS required FROM course_prerequisite q"
                    + " JOIN course c ON c.id = q.course_id JOIN course r ON r.id = q.required_id")
            .getResultList()) {
      Object[] row = (Object[]) each;
      required.computeIfAbsent((String) row[0], any -> new TreeSet<>()).add((String) row[1]);
    }
    return required;
  }

  Set<String> giving(String competency, int level) {
    Query query =
        entities
            .createNativeQuery(
                "SELECT c.code FROM course_competency g JOIN course c ON c.id = g.course_id"
                    + " WHERE g.competency_code = ?1 AND g.level >= ?2 AND c.state = 'published'")
            .setParameter(1, competency)
            .setParameter(2, level);
    Set<String> codes = new TreeSet<>();
    ((List<?>) query.getResultList()).forEach(code -> codes.add((String) code));
    return codes;
  }
}
