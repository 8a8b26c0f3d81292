package org.portolan.enrolment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.enrolment.ApplicationStep.Event;
import org.portolan.seat.ApplicationState;

/** Who of a chain has agreed to an application, told from the steps that it took. */
final class Answers {
  private static final Set<String> YES =
      Set.of(Event.AGREED.code(), Event.SILENT.code(), Event.NOMINATED.code());
  private static final Set<ApplicationState> ADMITTED =
      Set.of(ApplicationState.APPROVED, ApplicationState.QUEUED, ApplicationState.OFFERED);

  private Answers() {}

  /**
   * A step as it was kept.
   *
   * @param actor who took it, or null
   * @param event where the state says nothing new, else null
   */
  record Said(long step, ApplicationState state, Long actor, Approver approver, String event) {}

  /** The number of the step by which each last agreed; whoever has not is left out. */
  static Map<Approver, Long> agreed(List<Said> steps, Chain chain, long applicant) {
    Map<Approver, Long> agreed = new EnumMap<>(Approver.class);
    ApplicationState before = null;
    for (Said each : steps) {
      if (each.event() == null && each.state() == ApplicationState.WAITING) {
        // handed in, perhaps again: nobody has said anything to it yet
        agreed.clear();
      } else if (yes(each) && each.approver() != null) {
        agreed.put(each.approver(), each.step());
      } else if (steppedIn(each, before, applicant)) {
        agreed.put(Approver.COORDINATOR, each.step());
      }
      before = each.state();
    }
    agreed.keySet().removeIf(approver -> !chain.asks(approver));
    return agreed;
  }

  private static boolean yes(Said step) {
    return step.event() == null ? ADMITTED.contains(step.state()) : YES.contains(step.event());
  }

  /** Whether somebody put them into the place of another, which their administration decides. */
  private static boolean steppedIn(Said step, ApplicationState before, long applicant) {
    return step.event() == null
        && before == ApplicationState.WAITING
        && ADMITTED.contains(step.state())
        && step.actor() != null
        && step.actor() != applicant;
  }
}
