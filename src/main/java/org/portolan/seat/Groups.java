package org.portolan.seat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The groups to which an applicant belongs, at most one of each kind, as they were when the person
 * applied. Written {@code gender:f member:XS region:WCA}.
 */
public record Groups(List<Group> all) {
  public static final Groups NONE = new Groups(List.of());

  public Groups {
    all = all.stream().sorted().toList();
    if (all.stream().map(Group::kind).distinct().count() < all.size()) {
      throw new IllegalArgumentException("two groups of one kind: " + all);
    }
  }

  public static Groups of(Collection<Group> groups) {
    return new Groups(List.copyOf(groups));
  }

  public static Groups of(String text) {
    return text.isEmpty()
        ? NONE
        : new Groups(Arrays.stream(text.split(" ")).map(Group::of).toList());
  }

  /** The own group of which a rule speaks, where it speaks of one. */
  public Optional<Group> meant(Group rule) {
    return all.stream()
        .filter(own -> own.kind() == rule.kind())
        .filter(own -> rule.each() || own.equals(rule))
        .findFirst();
  }

  public boolean in(Group rule) {
    return meant(rule).isPresent();
  }

  public String text() {
    return all.stream().map(Group::text).collect(Collectors.joining(" "));
  }
}
