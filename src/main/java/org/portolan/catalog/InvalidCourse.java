package org.portolan.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed cannot be kept as it is, or what is asked for cannot be done; says why. */
public class InvalidCourse extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, CourseProblem> problems;

  InvalidCourse(Map<String, CourseProblem> problems) {
    super(problems.toString());
    this.problems = new LinkedHashMap<>(problems);
  }

  InvalidCourse(String field, CourseProblem problem) {
    this(Map.of(field, problem));
  }

  /** By field, in the order of the form. */
  public Map<String, CourseProblem> problems() {
    return problems;
  }
}
