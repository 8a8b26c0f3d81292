package org.portolan.calendar;

import java.util.Map;
import org.portolan.catalog.Validity;

/** A plan cannot be carried out; says by field why, as keys of texts. */
public class InvalidPlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> problems;
  private final transient Validity validity;
  private final transient TightRoom room;

  public InvalidPlan(Map<String, String> problems) {
    this(problems, Validity.ALWAYS, null);
  }

  /**
   * @param validity of the course, whose days some of the texts name
   */
  InvalidPlan(Map<String, String> problems, Validity validity) {
    this(problems, validity, null);
  }

  /**
   * @param room that is too small, which some of the texts name
   */
  InvalidPlan(Map<String, String> problems, TightRoom room) {
    this(problems, Validity.ALWAYS, room);
  }

  private InvalidPlan(Map<String, String> problems, Validity validity, TightRoom room) {
    super(problems.toString());
    this.room = room;
    this.problems = Map.copyOf(problems);
    this.validity = validity;
  }

  public Map<String, String> problems() {
    return problems;
  }

  /** The room that is too small, or null. */
  public TightRoom room() {
    return room;
  }

  public Validity validity() {
    return validity;
  }
}
