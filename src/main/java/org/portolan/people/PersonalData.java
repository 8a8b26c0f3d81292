package org.portolan.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What one part of Portolan keeps of a person. Every feature with such data implements it: whoever
 * asks for their data gets that of all parts, and an erasure passes through all of them.
 */
public interface PersonalData {
  /** The word for this part; a column of a table that has personal data names it. */
  String part();

  /** Why this person cannot be erased now, as the last part of a key of texts. */
  default Optional<String> hindrance(long personId) {
    return Optional.empty();
  }

  /** Addresses that were shown to be theirs, beside that of their account. */
  default Collection<String> addresses(long personId) {
    return List.of();
  }

  /** Gives what is kept of the person, save secrets. */
  void export(long personId, PersonalDataWriter out);

  /**
   * Removes it in the transaction of the erasure. What must be kept keeps the number of the person,
   * whose row is a pseudonym from then on.
   */
  void erase(ErasedPerson person);
}
