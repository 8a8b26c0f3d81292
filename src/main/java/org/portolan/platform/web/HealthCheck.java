package org.portolan.platform.web;

import java.util.Optional;

/** Something this node needs in order to serve people; every bean of this type is asked. */
public interface HealthCheck {

  /** One word, such as {@code database}. */
  String name();

  /** Why it cannot serve now; empty when all is well. Answers within a few seconds. */
  Optional<String> trouble();

  /** What whoever runs this node should look at although it serves; empty when all is well. */
  default Optional<String> warning() {
    return Optional.empty();
  }
}
