package org.portolan.eligibility;

import java.util.Optional;
import java.util.Set;

/** What conditions may speak of. */
public interface Vocabulary {
  /** Whether there is something of this code for conditions of this kind. */
  boolean knows(Condition.Kind kind, String code);

  Optional<String> regionOf(String member);

  /** Courses that a course asks to be completed before. */
  Set<String> requiredBefore(String course);
}
