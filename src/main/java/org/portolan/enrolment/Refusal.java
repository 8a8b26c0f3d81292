package org.portolan.enrolment;

import java.util.List;
import java.util.Optional;
import org.portolan.approval.Approver;
import org.portolan.seat.ApplicationState;

/**
 * The answer that ended an application.
 *
 * @param approver for whose step of the chain it was given, or null
 * @param reason or null, where it was forgotten
 */
public record Refusal(Approver approver, String reason) {

  /** The last one among the steps of an application that is refused now. */
  static Optional<Refusal> of(ApplicationState now, List<Timeline.Past> steps) {
    return now == ApplicationState.REFUSED
        ? last(steps).map(step -> new Refusal(step.approver(), step.reason()))
        : Optional.empty();
  }

  static Optional<Timeline.Past> last(List<Timeline.Past> steps) {
    return steps.stream()
        .filter(step -> step.state() == ApplicationState.REFUSED)
        .reduce((earlier, later) -> later);
  }
}
