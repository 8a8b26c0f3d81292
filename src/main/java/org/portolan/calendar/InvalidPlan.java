package org.portolan.calendar;

import java.util.Map;
import org.portolan.catalog.Validity;

/** A plan cannot be carried out; says by field why, as keys of texts. */
public class InvalidPlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;
  private final transient Validity validity;

  public InvalidPlan(Map<String, String> problems) {
    this(problems, Validity.ALWAYS);
  }

  /**
   * @param validity of the course, whose days some of the texts name
   */
  InvalidPlan(Map<String, String> problems, Validity validity) {
    super(problems.toString());
    this.problems = Map.copyOf(problems);
    this.validity = validity;
  }

  public Map<String, String> problems() {
    return problems;
  }

  public Validity validity() {
    return validity;
  }
}
