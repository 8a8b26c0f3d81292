package org.portolan.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose consent an application for a seat needs: any of the approvers, each at most once, in their
 * order. Without a step, applying takes the seat while there is one.
 *
 * <p>Its text is {@code none}, or its steps in their order, as in {@code supervisor:5 coordinator};
 * a step without days has the usual ones.
 */
public record Chain(List<Step> steps) {
  public static final Chain NONE = new Chain(List.of());
  public static final Chain COORDINATOR = of(Approver.COORDINATOR);
  private static final String NOBODY = "none";

  /**
   * @throws IllegalArgumentException when a step stands twice or has days that nobody can have
   */
  public Chain {
    steps = steps.stream().sorted(Comparator.comparing(Step::approver)).toList();
    if (steps.stream().map(Step::approver).distinct().count() != steps.size()
        || !steps.stream().allMatch(Step::possible)) {
      throw new IllegalArgumentException("no chain: " + steps);
    }
  }

  /** These approvers, each with the usual days. */
  public static Chain of(Approver... approvers) {
    List<Step> steps = new ArrayList<>();
    for (Approver approver : approvers) {
      steps.add(Step.usual(approver));
    }
    return new Chain(steps);
  }

  /** A chain from its text; nothing where the text is none. */
  public static Optional<Chain> read(String text) {
    if (NOBODY.equals(text)) {
      return Optional.of(NONE);
    }
    if (text == null || !text.matches("[a-z]+(:\\d{1,3})?( [a-z]+(:\\d{1,3})?)*")) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (String part : text.split(" ")) {
      String[] words = part.split(":");
      Optional<Approver> approver = Approver.of(words[0]);
      if (approver.isEmpty()) {
        return Optional.empty();
      }
      steps.add(
          words.length == 1
              ? Step.usual(approver.get())
              : new Step(approver.get(), Integer.parseInt(words[1])));
    }
    try {
      return Optional.of(new Chain(steps));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String text() {
    return steps.isEmpty()
        ? NOBODY
        : steps.stream().map(Step::text).collect(Collectors.joining(" "));
  }

  /** Whether nobody is asked. */
  public boolean isNone() {
    return steps.isEmpty();
  }

  /** Whether anybody of the applicant's own administration is asked. */
  public boolean asksAtHome() {
    return asks(Approver.SUPERVISOR) || asks(Approver.COORDINATOR);
  }

  public boolean asks(Approver approver) {
    return step(approver).isPresent();
  }

  public Optional<Step> step(Approver approver) {
    return steps.stream().filter(step -> step.approver() == approver).findFirst();
  }

  public Optional<Step> first() {
    return steps.stream().findFirst();
  }

  /** Who is asked after this one. */
  public Optional<Step> after(Approver approver) {
    return steps.stream().filter(step -> step.approver().compareTo(approver) > 0).findFirst();
  }
}
