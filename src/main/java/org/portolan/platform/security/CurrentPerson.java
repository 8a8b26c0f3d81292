package org.portolan.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who asks in this request, and what they hold. Asked by services and pages alike. */
@Named("me")
@RequestScoped
public class CurrentPerson {
  /** How long a proof of who somebody is counts for what is dangerous. */
  public static final Duration PROOF_COUNTS = Duration.ofMinutes(10);

  @Inject private Clock clock;

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

  /** Whether this person may act in the role; administrators may in all. */
  public boolean holds(Role role, Scope scope) {
    return person != null
        && (person.grants().contains(new Grant(role, scope)) || isAdministrator());
  }

  /** Whether this person may look at what the role sees: who acts in it, or did until lately. */
  public boolean mayRead(Role role, Scope scope) {
    return holds(role, scope)
        || person != null && person.grants().contains(new Grant(role, scope, true));
  }

  /** For pages: does the person see this role's work at all; administrators see all. */
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

  /**
   * For what does great harm in the wrong hands: somebody at a browser who showed within the last
   * minutes who they are. A form that is sent too late is kept and can be sent after the proof.
   */
  public void requireRecentProof() {
    requireSelf();
    if (require().byApiToken()) {
      throw new NotAllowed();
    }
    if (!hasRecentProof()) {
      throw new ProofNeeded();
    }
  }

  /** Refuses a personal token that was not made for this; somebody at a browser may go on. */
  public void requireScope(TokenScope scope) {
    if (!require().tokenScopes().contains(scope)) {
      throw new NotAllowed();
    }
  }

  public boolean hasRecentProof() {
    return person != null
        && person.provedAt() != null
        && person.provedAt().plus(PROOF_COUNTS).isAfter(clock.instant());
  }

  /** Codes of the scopes of one kind for which this person may act in a role. */
  public Set<String> scopes(Role role, Scope.Kind kind) {
    return scopes(grant -> grant.role() == role && !grant.readOnly(), kind);
  }

  /** Codes of the scopes of one kind in which this person may look at what a role sees. */
  public Set<String> readableScopes(Role role, Scope.Kind kind) {
    return scopes(grant -> grant.role() == role, kind);
  }

  private Set<String> scopes(Predicate<Grant> wanted, Scope.Kind kind) {
    return person == null
        ? Set.of()
        : person.grants().stream()
            .filter(grant -> wanted.test(grant) && grant.scope().kind() == kind)
            .map(grant -> grant.scope().code())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The administrator who acts for this person, if one does. */
  public Optional<Long> behind() {
    return person == null ? Optional.empty() : Optional.ofNullable(person.behind());
  }

  /** Whether an administrator acts as this person. */
  public boolean isActing() {
    return behind().isPresent();
  }

  /** Refuses whoever only acts as this person, with what is for nobody but themselves. */
  public void requireSelf() {
    require();
    if (isActing()) {
      throw new NotAllowed();
    }
  }

  public boolean isAdministrator() {
    return person != null && person.grants().contains(new Grant(Role.ADMIN, Scope.PLATFORM));
  }

  /**
   * The terms of the index that this person may see: public, their own, their scopes, and each of
   * their roles in its scope.
   */
  public Set<String> visibility() {
    return person == null ? Set.of("public") : person.visibility();
  }
}
