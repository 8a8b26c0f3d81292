package org.portolan.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portolan.office.Approvers;
import org.portolan.seat.ApplicationState;

/** Tells the way of an application: what was, who has it now, what comes. */
final class Timeline {
  private static final Set<ApplicationState> STOPS =
      Set.of(ApplicationState.REFUSED, ApplicationState.DECLINED, ApplicationState.LAPSED);

  private Timeline() {}

  /** A step that was taken, as the database keeps it; the actor's name may be empty. */
  record Past(ApplicationState state, String actor, boolean byRule, String reason, Instant at) {}

  static List<TimelineStep> of(
      ApplicationSummary application, List<Past> past, Approvers deciders) {
    List<TimelineStep> steps = new ArrayList<>();
    ApplicationState before = null;
    for (Past step : past) {
      String phase = STOPS.contains(step.state()) ? "stop" : "done";
      steps.add(
          new TimelineStep(word(step, before), phase, step.at(), step.actor(), step.reason()));
      before = step.state();
    }
    if (application.state() == ApplicationState.WAITING) {
      steps.add(
          new TimelineStep(
              deciders.fallback() ? "fallback" : "deciding",
              "now",
              application.dueAt(),
              String.join(", ", deciders.names()),
              null));
      steps.add(new TimelineStep("seat", "next", null, "", null));
    } else if (application.state() == ApplicationState.OFFERED) {
      steps.add(new TimelineStep("answer", "now", application.offeredUntil(), "", null));
      steps.add(new TimelineStep("seat", "next", null, "", null));
    } else if (application.state() == ApplicationState.QUEUED) {
      steps.add(new TimelineStep("free", "now", null, "", null));
      steps.add(new TimelineStep("offer", "next", null, "", null));
    }
    if (application.state().alive() && !application.session().cancelled()) {
      steps.add(new TimelineStep("begins", "next", application.session().startsAt(), "", null));
    }
    return List.copyOf(steps);
  }

  private static String word(Past step, ApplicationState before) {
    return switch (step.state()) {
      case WAITING -> before == null ? "sent" : "again";
      case APPROVED -> seated(step, before);
      case QUEUED -> step.byRule() ? "listed" : "approved-listed";
      default -> step.state().code();
    };
  }

  private static String seated(Past step, ApplicationState before) {
    if (before == ApplicationState.OFFERED) {
      return "accepted";
    }
    if (before == ApplicationState.QUEUED) {
      return "moved-up";
    }
    return step.byRule() ? "seat" : "approved";
  }
}
