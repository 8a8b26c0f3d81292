package org.portolan.calendar.web;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.approval.Step;

/** What was typed into a form of a session, read. */
public final class Typed {
  private Typed() {}

  /** Null for what cannot be read: the plan then says what is missing. */
  public static <T> T read(String text, Function<String, T> parser) {
    try {
      return text == null || text.isBlank() ? null : parser.apply(text.strip());
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  /**
   * Null where somebody is asked who has no number of days.
   *
   * @param asked whether the approver of a code is ticked
   * @param days what was typed for the approver of a code
   */
  public static Chain chain(Predicate<String> asked, UnaryOperator<String> days) {
    List<Step> steps = new ArrayList<>();
    for (Approver each : Approver.values()) {
      if (asked.test(each.code())) {
        Integer typed = read(days.apply(each.code()), Integer::valueOf);
        Step step = new Step(each, typed == null ? 0 : typed);
        if (!step.possible()) {
          return null;
        }
        steps.add(step);
      }
    }
    return new Chain(steps);
  }
}
