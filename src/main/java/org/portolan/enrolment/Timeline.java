package org.portolan.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portolan.office.Approvers;

/** Tells the way of an application: what was, who has it now, what comes. */
final class Timeline {
  private Timeline() {}

  /** A step that was taken, as the database keeps it; the actor's name may be empty. */
  record Past(ApplicationState state, String actor, boolean byRule, String reason, Instant at) {}

  static List<TimelineStep> of(
      ApplicationSummary application, List<Past> past, Approvers deciders) {
    List<TimelineStep> steps = new ArrayList<>();
    for (Past step : past) {
      String phase = step.state() == ApplicationState.REFUSED ? "stop" : "done";
      steps.add(
          new TimelineStep(
              word(step, steps.isEmpty()), phase, step.at(), step.actor(), step.reason()));
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
    }
    if (application.state().alive() && !application.session().cancelled()) {
      steps.add(new TimelineStep("begins", "next", application.session().startsAt(), "", null));
    }
    return List.copyOf(steps);
  }

  private static String word(Past step, boolean first) {
    return switch (step.state()) {
      case WAITING -> first ? "sent" : "again";
      case APPROVED -> step.byRule() ? "seat" : "approved";
      case REFUSED -> "refused";
      case WITHDRAWN -> "withdrawn";
    };
  }
}
