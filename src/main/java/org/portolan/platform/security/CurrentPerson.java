package org.portolan.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who asks in this request, and what they hold. Asked by services and pages alike. */
@Named("me")
@RequestScoped
public class CurrentPerson {
  private SignedIn person;

  /** Called by the authentication mechanism alone. */
  void is(SignedIn signedIn) {
    person = signedIn;
  }

  public boolean isSignedIn() {
    return person != null;
  }

  public SignedIn require() {
    if (person == null) {
      throw new NotSignedIn();
    }
    return person;
  }

  public long id() {
    return require().personId();
  }

  public String getName() {
    return person == null ? "" : person.name();
  }

  public boolean holds(Role role, Scope scope) {
    return person != null
        && (person.grants().contains(new Grant(role, scope))
            || person.grants().contains(new Grant(Role.ADMIN, Scope.PLATFORM)));
  }

  /** For pages: does the person hold this role for anything at all; administrators hold all. */
  public boolean holdsAny(String role) {
    return isAdministrator()
        || person != null
            && person.grants().stream().anyMatch(grant -> grant.role().code().equals(role));
  }

  public void requireRole(Role role, Scope scope) {
    require();
    if (!holds(role, scope)) {
      throw new NotAllowed();
    }
  }

  /** Codes of the scopes of one kind for which a role is held. */
  public Set<String> scopes(Role role, Scope.Kind kind) {
    return person == null
        ? Set.of()
        : person.grants().stream()
            .filter(grant -> grant.role() == role && grant.scope().kind() == kind)
            .map(grant -> grant.scope().code())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  public boolean isAdministrator() {
    return person != null && person.grants().contains(new Grant(Role.ADMIN, Scope.PLATFORM));
  }

  /** The terms of the index that this person may see: public, their own, and their scopes. */
  public Set<String> visibility() {
    Set<String> terms = new TreeSet<>();
    terms.add("public");
    if (person != null) {
      terms.add("person:" + person.personId());
      person.grants().forEach(grant -> terms.add(grant.scope().term()));
    }
    return terms;
  }
}
