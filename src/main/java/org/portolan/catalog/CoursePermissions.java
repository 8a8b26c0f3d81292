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

/** What the person who asks may do with courses: {@link CourseRights} by what they hold. */
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

  CourseRights rights() {
    return new CourseRights(me::holds);
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
