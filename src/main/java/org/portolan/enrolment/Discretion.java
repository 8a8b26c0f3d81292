package org.portolan.enrolment;

import java.util.List;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;

/**
 * What a reader is shown of what an applicant wrote before: addresses of supervisors are for those
 * at home, earlier motivations for those who judge by them.
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
        step.reason(),
        step.selection(),
        of(step.changes()));
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
