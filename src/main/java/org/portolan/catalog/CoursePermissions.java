package org.portolan.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * A centre drafts and submits its courses. Whoever keeps the catalogue to which a course is to
 * belong publishes it: the Secretariat the global one, the ROCB that of its region, the National
 * Coordinator that of the Member.
 */
@RequestScoped
class CoursePermissions {
  @Inject private CurrentPerson me;
  @Inject private Directory directory;

  /** Training centres for which this person may write courses. */
  Set<String> ownCentres() {
    Set<String> own = new TreeSet<>();
    for (CentreSummary centre : directory.trainingCentres()) {
      if (me.holds(Role.CENTRE, Scope.centre(centre.code()))) {
        own.add(centre.code());
      }
    }
    return own;
  }

  boolean drafts(Course course) {
    return me.holds(Role.CENTRE, Scope.centre(course.centreCode()));
  }

  /** Whether this person keeps the catalogue of the course. */
  boolean keeps(Course course) {
    return switch (course.catalogue()) {
      case GLOBAL -> me.holds(Role.SECRETARIAT, Scope.PLATFORM);
      case REGION -> me.holds(Role.ROCB, Scope.region(course.regionCode()));
      case MEMBER ->
          course.memberCode() != null
              && me.holds(Role.COORDINATOR, Scope.member(course.memberCode()));
    };
  }

  /** Drafts are for their centre alone. */
  boolean sees(Course course) {
    return drafts(course) || course.state() != CourseState.DRAFT && keeps(course);
  }

  /** Whose courses this person sees at the desk; whoever sees none is refused. */
  CourseSight sight() {
    me.require();
    CourseSight sight =
        new CourseSight(
            me.isAdministrator(),
            me.scopes(Role.CENTRE, Scope.Kind.CENTRE),
            me.scopes(Role.ROCB, Scope.Kind.REGION),
            me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER),
            me.holds(Role.SECRETARIAT, Scope.PLATFORM));
    if (sight.nothing()) {
      throw new NotAllowed();
    }
    return sight;
  }
}
