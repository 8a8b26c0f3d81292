package org.portolan.condition;

import java.util.List;
import org.portolan.eligibility.Flaw;

/** Says what is wrong with conditions that were not kept. */
public class FlawedConditions extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Flaw> flaws;

  FlawedConditions(List<Flaw> flaws) {
    super("nobody can be judged by them");
    this.flaws = flaws;
  }

  public List<Flaw> flaws() {
    return flaws;
  }
}
