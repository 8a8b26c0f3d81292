package org.portolan.platform.security;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * The person behind a request, as their token was read.
 *
 * @param memberCode the administration they belong to, or null
 * @param byApiToken true when they came with a personal token and not with a browser's cookie
 * @param behind the administrator who acts for them, or null
 * @param tokenScopes what the personal token is good for; all in a browser
 * @param provedAt when whoever sits there last showed who they are, or null with a personal token
 */
public record SignedIn(
    long personId,
    String name,
    String language,
    String memberCode,
    Set<Grant> grants,
    boolean byApiToken,
    Long behind,
    Set<TokenScope> tokenScopes,
    Instant provedAt) {

  /** The terms of the index that this person may see; see {@link CurrentPerson#visibility}. */
  public Set<String> visibility() {
    Set<String> terms = new TreeSet<>();
    terms.add("public");
    terms.add("person:" + personId);
    for (Grant grant : grants) {
      terms.add(grant.scope().term());
      terms.add(grant.term());
    }
    return terms;
  }

  /**
   * The same person, as whom an administrator acts; what the administrator showed is not theirs.
   */
  public SignedIn behind(long administrator) {
    return new SignedIn(
        personId, name, language, memberCode, grants, byApiToken, administrator, tokenScopes, null);
  }
}
