package org.portolan.people;

import java.util.UUID;

/** What stands in the place of a person who was erased: it tells records apart and nobody. */
record Pseudonym(String code, String given, String family, String email) {
  private static final String GIVEN = "Erased";

  static Pseudonym of(long personId) {
    return new Pseudonym(
        "erased-" + personId,
        GIVEN,
        Long.toString(personId),
        // a domain that is reserved for no mail at all
        "erased-" + UUID.randomUUID() + "@erased.invalid");
  }
}
