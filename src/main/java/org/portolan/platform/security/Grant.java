package org.portolan.platform.security;

/**
 * A role held for a scope, now.
 *
 * @param readOnly true for somebody who handed the office over and may still look for a while
 */
public record Grant(Role role, Scope scope, boolean readOnly) {
  public Grant(Role role, Scope scope) {
    this(role, scope, false);
  }

  /** As a visibility term of the index: {@code editor@region:WCA}. */
  public String term() {
    return role.code() + "@" + scope.term();
  }
}
