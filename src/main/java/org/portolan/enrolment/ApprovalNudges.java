package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.office.Mandates;
import org.portolan.seat.ApplicationState;

/**
 * Does what time brings where nobody answers: reminds, asks others too, and takes the silence of a
 * donor for no objection. Any node may; the book of the session keeps them apart.
 */
@ApplicationScoped
class ApprovalNudges {
  @Inject private Enrolments enrolments;
  @Inject private ApplicationRepository applications;
  @Inject private SupervisorLetters supervisorLetters;
  @Inject private DeciderLetters deciderLetters;
  @Inject private Mandates mandates;
  @Inject private Clock clock;

  /** Sessions with applications about which there is something to do. */
  @Transactional
  List<Long> listDue(int most) {
    return applications.listNudged(clock.instant(), most);
  }

  @Transactional
  void nudge(long sessionId) {
    Instant now = clock.instant();
    Open open = enrolments.open(sessionId, now);
    List<Application> ripe = applications.listRipe(sessionId, now);
    Map<Application, Ask> asked = new LinkedHashMap<>();
    Set<Application> waited = new HashSet<>();
    for (Application application : ripe) {
      asked.put(application, application.asked().orElse(null));
      if (application.state() == ApplicationState.WAITING) {
        waited.add(application);
      }
      open.enrolment().nudge(application, now);
      application
          .asked()
          .filter(ask -> ask.approver() == Approver.COORDINATOR && nobodyIsThere(application))
          .ifPresent(ask -> open.enrolment().escalateFrom(Approver.COORDINATOR, application));
      if (!open.session().open(now)) {
        application.leftAlone();
      }
    }
    // together: the book of the session is kept once
    enrolments.keep(open, ripe, now);
    Map<Nudge, Integer> told = new LinkedHashMap<>();
    asked.forEach(
        (application, before) -> {
          if (waited.contains(application) && application.state() != ApplicationState.WAITING) {
            enrolments.deed("application.approved", application, ApplicationState.WAITING).write();
          }
          application
              .asked()
              .filter(ask -> open.session().open(now) && ask.urgency() != before.urgency())
              .ifPresent(ask -> tell(told, application, Case.of(application, open.session()), now));
        });
    deciderLetters.tell(told, sessionId);
  }

  private void tell(Map<Nudge, Integer> told, Application application, Case one, Instant now) {
    if (Nudge.remindsSupervisor(one.ask())) {
      supervisorLetters.post(application, SupervisorLetters.Kind.REMINDER);
    }
    deciderLetters.nudge(one, now).ifPresent(nudge -> told.merge(nudge, 1, Integer::sum));
  }

  private boolean nobodyIsThere(Application application) {
    return Nudge.nobodyIsThere(mandates.deciders(application.memberCode()), application.personId());
  }
}
