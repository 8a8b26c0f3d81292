package org.portolan.enrolment;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.portolan.approval.Approver;
import org.portolan.approval.Difference;
import org.portolan.approval.Step;
import org.portolan.seat.ApplicationState;
import org.portolan.selection.Placed;

/** Tells the way of an application: what was, who has it now, what comes. */
final class Timeline {
  private static final Set<ApplicationState> STOPS =
      Set.of(ApplicationState.REFUSED, ApplicationState.DECLINED, ApplicationState.LAPSED);

  private Timeline() {}

  /**
   * A step that was taken, as the database keeps it.
   *
   * @param actor their name, or empty
   * @param byRule whether nobody who has an account did it
   * @param approver whose step of the chain it was, or null
   * @param event what happened where the state says nothing new, or null
   * @param selection where it stood in the ranking of its centre, or null
   */
  record Past(
      ApplicationState state,
      String actor,
      boolean byRule,
      String reason,
      Instant at,
      Approver approver,
      String event,
      Placed selection) {}

  static List<TimelineStep> of(ApplicationSummary application, List<Past> past, Asked asked) {
    return of(application, past, List.of(), asked);
  }

  /**
   * @param changes of the application and of its session, in their order
   */
  static List<TimelineStep> of(
      ApplicationSummary application, List<Past> past, List<ChangeLog.Entry> changes, Asked asked) {
    List<TimelineStep> steps = new ArrayList<>();
    ApplicationState before = null;
    Deque<TimelineStep> changed = changed(application, past, changes);
    for (Past step : past) {
      while (!changed.isEmpty() && !changed.peek().at().isAfter(step.at())) {
        steps.add(changed.poll());
      }
      String phase = STOPS.contains(step.state()) ? "stop" : "done";
      steps.add(
          new TimelineStep(
              step.event() == null ? word(step, before) : step.event(),
              phase,
              step.at(),
              step.actor(),
              step.approver(),
              step.reason(),
              step.selection(),
              List.of()));
      before = step.state();
    }
    steps.addAll(changed);
    if (application.ask() != null) {
      waiting(application, asked, steps);
    }
    if (application.state() == ApplicationState.OFFERED) {
      steps.add(ahead("answer", "now", application.offeredUntil(), ""));
      steps.add(ahead("seat", "next", null, ""));
    } else if (application.state() == ApplicationState.QUEUED) {
      steps.add(ahead("free", "now", null, ""));
      steps.add(ahead("offer", "next", null, ""));
    }
    if (application.state().alive()
        && !application.session().cancelled()
        && application.session().firstDay() != null) {
      steps.add(ahead("begins", "next", application.session().startsAt(), ""));
    }
    return List.copyOf(steps);
  }

  private static void waiting(
      ApplicationSummary application, Asked asked, List<TimelineStep> steps) {
    Approver now = application.ask().approver();
    if (!asked.who().isEmpty() || asked.also().isEmpty()) {
      steps.add(
          ahead(
              asked.fallback() ? "fallback" : now.code(), "now", application.dueAt(), asked.who()));
    }
    if (!asked.also().isEmpty()) {
      String why =
          !asked.who().isEmpty() ? "escalated" : now == Approver.SUPERVISOR ? "address" : "vacant";
      steps.add(
          ahead(why, "now", asked.who().isEmpty() ? application.dueAt() : null, asked.also()));
    }
    Approver reached = application.word().reached();
    if (application.again() != null) {
      application.again().asked().stream()
          .filter(approver -> approver != now)
          .forEach(approver -> steps.add(ahead("again-" + approver.code(), "next", null, "")));
    }
    if (reached != null) {
      application.chain().steps().stream()
          .map(Step::approver)
          .filter(approver -> approver != now && approver.compareTo(reached) >= 0)
          .forEach(approver -> steps.add(ahead(approver.code(), "next", null, "")));
      steps.add(ahead("seat", "next", null, ""));
    }
  }

  /** Since it was handed in; what was changed at once is one step. */
  private static Deque<TimelineStep> changed(
      ApplicationSummary application, List<Past> past, List<ChangeLog.Entry> changes) {
    Deque<TimelineStep> steps = new ArrayDeque<>();
    for (ChangeLog.Entry each : changes) {
      boolean early = past.isEmpty() || each.at().isBefore(past.get(0).at());
      if (early || !each.difference().any()) {
        // the same supervisor was asked once more
        continue;
      }
      boolean own = each.application() != null;
      String what = own ? "changed" : "session-changed";
      List<Difference> together = new ArrayList<>();
      if (!steps.isEmpty()
          && steps.peekLast().what().equals(what)
          && steps.peekLast().at().equals(each.at())) {
        together.addAll(steps.pollLast().changes());
      }
      together.add(each.difference());
      steps.add(
          new TimelineStep(
              what,
              "done",
              each.at(),
              own ? application.person() : application.session().centre(),
              null,
              null,
              null,
              List.copyOf(together)));
    }
    return steps;
  }

  private static TimelineStep ahead(String what, String phase, Instant at, String who) {
    return new TimelineStep(what, phase, at, who, null, null, null, List.of());
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
