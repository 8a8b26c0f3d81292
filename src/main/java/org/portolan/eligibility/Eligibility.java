package org.portolan.eligibility;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is required of whoever wants a seat in a session. Written {@code competency:origin:2
 * course:HS-1:|course:HS-2: in-post::12}.
 */
public record Eligibility(List<Requirement> all) {
  public static final Eligibility NONE = new Eligibility(List.of());

  public Eligibility {
    all = List.copyOf(all);
  }

  public static Eligibility of(String text) {
    return text.isEmpty()
        ? NONE
        : new Eligibility(Arrays.stream(text.split(" ", -1)).map(Requirement::of).toList());
  }

  public String text() {
    return all.stream().map(Requirement::text).collect(Collectors.joining(" "));
  }

  /** Whether it asks for nothing. */
  public boolean open() {
    return all.isEmpty();
  }

  /** What has to be known of people before they can be judged. */
  public Set<Fact> needs() {
    return all.stream()
        .flatMap(requirement -> requirement.anyOf().stream())
        .map(condition -> condition.kind().fact())
        .collect(Collectors.toUnmodifiableSet());
  }

  public Verdict check(Facts facts, Occasion occasion) {
    return new Verdict(
        all.stream().map(requirement -> requirement.check(facts, occasion)).toList());
  }

  /**
   * What is wrong with it, each with its requirement; empty when people can be judged by it.
   *
   * @param course whose sessions it is for
   */
  public List<Flaw> problems(String course, Vocabulary vocabulary) {
    return new Flaws(this, course, vocabulary).list();
  }
}
