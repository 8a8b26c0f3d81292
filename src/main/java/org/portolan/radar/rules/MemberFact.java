package org.portolan.radar.rules;

import java.util.Set;

/**
 * What the rules know of a Member.
 *
 * @param languages codes of those in which its officers can be taught; may be empty
 */
public record MemberFact(String code, Set<String> languages) {
  public MemberFact {
    languages = Set.copyOf(languages);
  }
}
