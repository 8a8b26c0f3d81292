package org.portolan.region;

import java.util.Map;

/** What was typed cannot be kept as it is; says for each field why. */
public class InvalidReference extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;

  private final transient ViceChair overlapped;

  InvalidReference(Map<String, String> problems) {
    super(String.join(", ", problems.values()));
    this.problems = problems;
    this.overlapped = null;
  }

  /** A term at a time when another Member, or the same one, has the office. */
  InvalidReference(ViceChair overlapped) {
    super("overlaps " + overlapped.code());
    this.problems = Map.of("since", "overlap");
    this.overlapped = overlapped;
  }

  /** The term that stands against it, for {@code overlap}; else null. */
  public ViceChair overlapped() {
    return overlapped;
  }

  /** Keys of messages below {@code region.problem}, by field, in the order of the form. */
  public Map<String, String> problems() {
    return problems;
  }
}
