package org.portolan.thesaurus;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** The thesaurus is one for all regions: whoever edits practices of any edits it. */
@RequestScoped
class ThesaurusPermissions {
  @Inject private CurrentPerson me;

  boolean edits() {
    return me.isSignedIn()
        && (me.isAdministrator()
            || me.holds(Role.SECRETARIAT, Scope.PLATFORM)
            || me.holds(Role.EDITOR, Scope.PLATFORM)
            || !me.scopes(Role.EDITOR, Scope.Kind.REGION).isEmpty());
  }

  void requireEditor() {
    me.require();
    if (!edits()) {
      throw new NotAllowed();
    }
  }
}
