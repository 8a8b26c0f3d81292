package org.portolan.eligibility;

import java.util.List;
import java.util.Optional;

/** They do one of these jobs. */
record HasJob(List<String> jobs) implements Condition {
  @Override
  public Kind kind() {
    return Kind.JOB;
  }

  @Override
  public String which() {
    return String.join(",", jobs);
  }

  @Override
  public String much() {
    return "";
  }

  @Override
  public Optional<Remedy> lacks(Facts facts, Occasion occasion) {
    if (facts.job() == null) {
      return Optional.of(Remedy.simple(Remedy.Kind.SAY_JOB, this));
    }
    return jobs.contains(facts.job())
        ? Optional.empty()
        : Optional.of(Remedy.has(Remedy.Kind.OTHER_JOB, this, facts.job()));
  }
}
