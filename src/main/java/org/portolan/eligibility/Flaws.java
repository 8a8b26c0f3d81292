package org.portolan.eligibility;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what is wrong with a list of requirements. */
final class Flaws {
  static final int MOST = 12;
  static final int LONGEST = 2000;

  private final List<Requirement> all;
  private final int length;
  private final String course;
  private final Vocabulary vocabulary;

  Flaws(Eligibility eligibility, String course, Vocabulary vocabulary) {
    this.all = eligibility.all();
    this.length = eligibility.text().length();
    this.course = course;
    this.vocabulary = vocabulary;
  }

  List<Flaw> list() {
    List<Flaw> flaws = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      int at = place;
      flaw(place).ifPresent(kind -> flaws.add(new Flaw(at, kind)));
    }
    if (all.size() > MOST || length > LONGEST) {
      flaws.add(new Flaw(all.size() - 1, Flaw.Kind.MANY));
    }
    return flaws;
  }

  private Optional<Flaw.Kind> flaw(int place) {
    Requirement requirement = all.get(place);
    if (!requirement.anyOf().stream().allMatch(this::known)) {
      return Optional.of(Flaw.Kind.UNKNOWN);
    }
    if (requirement.anyOf().stream().anyMatch(this::circular)) {
      return Optional.of(Flaw.Kind.CIRCLE);
    }
    List<Requirement> before = all.subList(0, place);
    if (twice(requirement, before)) {
      return Optional.of(Flaw.Kind.TWICE);
    }
    return before.stream().anyMatch(other -> contradict(other, requirement))
        ? Optional.of(Flaw.Kind.CONTRADICTION)
        : Optional.empty();
  }

  private boolean known(Condition condition) {
    return condition.codes().stream().allMatch(code -> vocabulary.knows(condition.kind(), code));
  }

  /** Whether a course is needed to which only this one leads. */
  private boolean circular(Condition condition) {
    if (condition.kind() != Condition.Kind.COURSE) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    Deque<String> ahead = new ArrayDeque<>(condition.codes());
    while (!ahead.isEmpty()) {
      String next = ahead.remove();
      if (next.equals(course)) {
        return true;
      }
      if (seen.add(next)) {
        ahead.addAll(vocabulary.requiredBefore(next));
      }
    }
    return false;
  }

  /** The same again, within the choice or before it: a level more or less is the same. */
  private static boolean twice(Requirement requirement, List<Requirement> before) {
    List<String> own = requirement.anyOf().stream().map(Flaws::about).toList();
    boolean within = own.stream().distinct().count() < own.size();
    return within
        || requirement.only().isPresent()
            && before.stream()
                .flatMap(other -> other.only().stream())
                .anyMatch(other -> about(other).equals(own.get(0)));
  }

  private static String about(Condition condition) {
    return condition.kind() + ":" + condition.which();
  }

  private boolean contradict(Requirement one, Requirement other) {
    return one.anyOf().stream()
        .allMatch(mine -> other.anyOf().stream().allMatch(theirs -> excludes(mine, theirs)));
  }

  /** Whether nobody can meet both. */
  private boolean excludes(Condition one, Condition other) {
    if (one.kind() == other.kind()) {
      return switch (one.kind()) {
        case JOB, MEMBER, REGION -> one.codes().stream().noneMatch(other.codes()::contains);
        default -> false;
      };
    }
    return outside(one, other) || outside(other, one);
  }

  private boolean outside(Condition members, Condition regions) {
    return members.kind() == Condition.Kind.MEMBER
        && regions.kind() == Condition.Kind.REGION
        && members.codes().stream()
            .noneMatch(
                member ->
                    vocabulary.regionOf(member).filter(regions.codes()::contains).isPresent());
  }
}
