package org.portolan.approval;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Approvers who agreed and are asked again, one after the other, as something changed that concerns
 * them. All that came of their consent stands until one of them says no.
 *
 * <p>Its text is their codes in their order, as in {@code supervisor coordinator>donor}.
 *
 * @param asked those who have still to answer, the first of whom has the word
 * @param then who had the word when it changed and has it again after them; null where all had
 *     agreed
 */
public record Again(SortedSet<Approver> asked, Approver then) {
  public Again {
    asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("nobody is asked again");
    }
  }

  /** Nothing where nobody is. */
  static Optional<Again> of(Collection<Approver> asked, Approver then) {
    return asked.isEmpty() ? Optional.empty() : Optional.of(new Again(new TreeSet<>(asked), then));
  }

  public static Again read(String text) {
    String[] parts = text.split(">");
    SortedSet<Approver> asked = new TreeSet<>();
    for (String code : parts[0].split(" ")) {
      asked.add(Approver.of(code).orElseThrow());
    }
    return new Again(asked, parts.length == 1 ? null : Approver.of(parts[1]).orElseThrow());
  }

  public String text() {
    return asked.stream().map(Approver::code).collect(Collectors.joining(" "))
        + (then == null ? "" : ">" + then.code());
  }

  public Approver first() {
    return asked.first();
  }
}
