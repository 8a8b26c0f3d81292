package org.portolan.enrolment;

import java.util.List;
import org.portolan.approval.Approver;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;

/**
 * What a reader is shown of what others wrote about an application. Addresses of supervisors, and
 * why it ended at home, are for those at home; what was said otherwise and earlier motivations for
 * those who judge by them. A donor reads their own words.
 *
 * @param addresses whether supervisors are shown with their addresses, else by their names
 */
record Discretion(boolean addresses, boolean motivations) {
  TimelineStep of(TimelineStep step) {
    return new TimelineStep(
        step.what(),
        step.phase(),
        step.at(),
        step.who(),
        step.approver(),
        hears(step.approver(), step.ended()) ? step.reason() : null,
        step.selection(),
        of(step.changes()));
  }

  Refusal of(Refusal refusal) {
    return hears(refusal.approver(), true) ? refusal : new Refusal(refusal.approver(), null);
  }

  /** That a centre put others before, and why where they judge by such words. */
  List<OutOfTurn> others(List<OutOfTurn> all) {
    return all.stream().map(each -> hears(null, false) ? each : each.unsaid()).toList();
  }

  /** What was said when an application was decided last, by the steps that it has taken. */
  String reason(String said, List<Timeline.Past> steps) {
    return steps.stream()
            .filter(step -> step.reason() != null && step.reason().equals(said))
            .reduce((earlier, later) -> later)
            .filter(step -> !hears(step.approver(), TimelineStep.ended(step.state())))
            .isPresent()
        ? null
        : said;
  }

  /**
   * @param approver as which somebody said it; null where they decided about seats
   */
  private boolean hears(Approver approver, boolean ended) {
    return addresses
        || approver == Approver.DONOR
        || motivations && (approver == Approver.CENTRE || !ended);
  }

  AskedAgain of(AskedAgain again) {
    return new AskedAgain(again.approver(), again.seen(), of(again.differences()));
  }

  List<Difference> of(List<Difference> all) {
    return all.stream()
        .filter(each -> motivations || each.what() != Change.MOTIVATION)
        .map(each -> addresses || each.what() != Change.SUPERVISOR ? each : named(each))
        .toList();
  }

  private static Difference named(Difference supervisor) {
    return new Difference(
        Change.SUPERVISOR,
        Supervisor.nameIn(supervisor.before()),
        Supervisor.nameIn(supervisor.after()));
  }
}
