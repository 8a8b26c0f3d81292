package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.office.Mandates;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
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
  @Inject private Directory directory;
  @Inject private Clock clock;

  /** Sessions with applications about which there is something to do. */
  @Transactional
  List<Long> listDue(int most) {
    return applications.listNudged(clock.instant(), most);
  }

  /** Whose answers are waited for, and for how many applications of a session. */
  private record Told(DeciderLetters.Kind kind, Role role, Scope scope) {}

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
    Map<Told, Integer> told = new LinkedHashMap<>();
    asked.forEach(
        (application, before) -> {
          if (waited.contains(application) && application.state() != ApplicationState.WAITING) {
            enrolments.deed("application.approved", application, ApplicationState.WAITING).write();
          }
          application
              .asked()
              .filter(ask -> open.session().open(now) && ask.urgency() != before.urgency())
              .ifPresent(ask -> tell(told, application, ask, open.session()));
        });
    told.forEach(
        (each, count) ->
            deciderLetters.post(
                each.kind(),
                mandates.holders(each.role(), each.scope()),
                open.session().id(),
                count));
  }

  private void tell(
      Map<Told, Integer> told, Application application, Ask ask, OfferedSession session) {
    if (ask.urgency() == Ask.Urgency.REMINDED) {
      if (ask.approver() == Approver.SUPERVISOR) {
        supervisorLetters.post(application, SupervisorLetters.Kind.REMINDER);
      } else {
        add(told, DeciderLetters.Kind.REMINDER, approver(ask.approver(), application, session));
      }
    } else if (ask.urgency() == Ask.Urgency.ESCALATED) {
      if (ask.approver() == Approver.SUPERVISOR) {
        add(
            told,
            DeciderLetters.Kind.ESCALATED,
            approver(Approver.COORDINATOR, application, session));
      } else {
        add(told, DeciderLetters.Kind.ESCALATED, above(ask.approver(), application, session));
      }
    }
  }

  private static void add(
      Map<Told, Integer> told, DeciderLetters.Kind kind, Collection<RoleFor> whom) {
    whom.forEach(each -> told.merge(new Told(kind, each.role(), each.scope()), 1, Integer::sum));
  }

  private record RoleFor(Role role, Scope scope) {}

  private static List<RoleFor> approver(
      Approver approver, Application application, OfferedSession session) {
    return switch (approver) {
      case SUPERVISOR -> List.of();
      case COORDINATOR ->
          List.of(new RoleFor(Role.COORDINATOR, Scope.member(application.memberCode())));
      case CENTRE -> List.of(new RoleFor(Role.CENTRE, Scope.centre(session.centreCode())));
      case DONOR ->
          session.donorCode() == null
              ? List.of()
              : List.of(new RoleFor(Role.DONOR, Scope.body(session.donorCode())));
    };
  }

  private List<RoleFor> above(Approver approver, Application application, OfferedSession session) {
    List<RoleFor> above = new ArrayList<>();
    (approver == Approver.COORDINATOR
            ? directory.findMember(application.memberCode()).map(MemberSummary::regionCode)
            : directory.findCentre(session.centreCode()).map(CentreSummary::regionCode))
        .ifPresent(region -> above.add(new RoleFor(Role.ROCB, Scope.region(region))));
    return above;
  }

  /** Neither a coordinator nor anybody instead, or nobody but the applicant. */
  private boolean nobodyIsThere(Application application) {
    Set<Long> there = mandates.deciders(application.memberCode());
    return there.isEmpty() || there.equals(Set.of(application.personId()));
  }
}
