package org.portolan.catalog;

import java.util.function.BiPredicate;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/**
 * What somebody may do with courses, by the offices they hold. A centre drafts and submits its
 * courses; whoever keeps the catalogue to which a course is to belong publishes it: the Secretariat
 * the global one, the ROCB that of its region, the National Coordinator that of the Member.
 *
 * @param holds whether they hold a role for a scope
 */
record CourseRights(BiPredicate<Role, Scope> holds) {
  boolean drafts(Course course) {
    return holds.test(Role.CENTRE, Scope.centre(course.centreCode()));
  }

  /** Whether they keep the catalogue of the course. */
  boolean keeps(Course course) {
    return switch (course.catalogue()) {
      case GLOBAL -> holds.test(Role.SECRETARIAT, Scope.PLATFORM);
      case REGION -> holds.test(Role.ROCB, Scope.region(course.regionCode()));
      case MEMBER ->
          course.memberCode() != null
              && holds.test(Role.COORDINATOR, Scope.member(course.memberCode()));
    };
  }

  /** Drafts are for their centre alone. */
  boolean sees(Course course) {
    return drafts(course) || course.state() != CourseState.DRAFT && keeps(course);
  }

  /** What was published is changed by whoever keeps the catalogue, or it would go past them. */
  boolean describes(Course course) {
    return switch (course.state()) {
      case DRAFT -> drafts(course);
      case PUBLISHED -> keeps(course);
      case REVIEW, RETIRED -> false;
    };
  }

  /**
   * Its centre translates what is published.
   *
   * @param language null for any of its languages
   */
  boolean writes(Course course, String language) {
    return describes(course)
        || course.state() == CourseState.PUBLISHED
            && drafts(course)
            && !course.masterLanguage().equals(language);
  }

  boolean submits(Course course) {
    return course.state() == CourseState.DRAFT && drafts(course);
  }

  /**
   * Publishes it or sends it back; {@link Course#madeBy} tells who may not publish all the same.
   */
  boolean reviews(Course course) {
    return course.state() == CourseState.REVIEW && keeps(course);
  }

  boolean retires(Course course) {
    return course.state() == CourseState.PUBLISHED && caresFor(course);
  }

  /**
   * Whether its centre is theirs, which says what its sessions usually are as long as it is given.
   */
  boolean holdsSessions(Course course) {
    return course.state() != CourseState.RETIRED && drafts(course);
  }

  /** Whether it is theirs to retire, whatever became of it. */
  boolean caresFor(Course course) {
    return drafts(course) || keeps(course);
  }
}
