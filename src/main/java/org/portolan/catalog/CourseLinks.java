package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;

/** What courses give and which others they ask for, as features above need it. */
@ApplicationScoped
public class CourseLinks {
  @Inject private CourseLinkRepository links;

  /** Levels of the competencies that a course gives, by their codes. */
  @Transactional
  public Map<String, Integer> gives(long course) {
    return links.gives(course);
  }

  /** Courses that have to be completed before, by the codes of those that ask for them. */
  @Transactional
  public Map<String, Set<String>> requiredBefore() {
    return links.requiredBefore();
  }

  /** Codes of published courses that give a competency up to this level or higher. */
  @Transactional
  public Set<String> giving(String competency, int level) {
    return links.giving(competency, level);
  }
}
