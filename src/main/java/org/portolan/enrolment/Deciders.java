package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * Who may answer for an approver of a chain, and who may look at an application. Nobody decides on
 * their own. Where the day of an answer is over, the Regional Office may answer too, and a National
 * Coordinator for a supervisor.
 */
@ApplicationScoped
class Deciders {
  @Inject private CurrentPerson me;
  @Inject private Directory directory;

  /**
   * What of an application says who decides on it.
   *
   * @param memberCode of the applicant's administration, or null
   * @param donorCode of the body that pays for the session, or null
   * @param ask null where nobody is asked
   * @param reached who would be asked if nobody were asked again; null where all have agreed
   */
  record Case(
      long applicant,
      String memberCode,
      String centreCode,
      String donorCode,
      Ask ask,
      Approver reached) {
    static Case of(Application application, OfferedSession session) {
      return new Case(
          application.personId(),
          application.memberCode(),
          session.centreCode(),
          session.donorCode(),
          application.asked().orElse(null),
          application.word().reached());
    }

    static Case of(ApplicationSummary application) {
      return new Case(
          application.personId(),
          application.memberCode(),
          application.session().centreCode(),
          application.session().donorCode(),
          application.ask(),
          application.word().reached());
    }
  }

  /** Whether the person who asks may answer where the application stands now. */
  boolean mayAnswer(Case one) {
    if (one.ask() == null || one.applicant() == me.id()) {
      return false;
    }
    if (me.isAdministrator()) {
      return true;
    }
    boolean late = one.ask().urgency() == Ask.Urgency.ESCALATED;
    return switch (one.ask().approver()) {
      case SUPERVISOR -> late && (coordinates(one) || ofRegion(memberRegion(one)));
      case COORDINATOR -> coordinates(one) || late && ofRegion(memberRegion(one));
      case CENTRE -> ofCentre(one) || late && ofRegion(centreRegion(one));
      case DONOR -> pays(one) || late && ofRegion(centreRegion(one));
    };
  }

  /** Whether the person who asks may decide about a seat that was given, as its Member does. */
  boolean mayDecideForMember(Case one) {
    return one.applicant() != me.id() && (me.isAdministrator() || coordinates(one));
  }

  /** Whether the person who asks may see who applied and what came of it. */
  boolean mayRead(Case one, Chain chain) {
    if (one.applicant() == me.id()
        || me.isAdministrator()
        || mayAnswer(one)
        || answered(one, chain)) {
      return true;
    }
    return one.memberCode() != null && me.mayRead(Role.COORDINATOR, Scope.member(one.memberCode()));
  }

  private boolean coordinates(Case one) {
    return one.memberCode() != null && me.holds(Role.COORDINATOR, Scope.member(one.memberCode()));
  }

  private boolean ofCentre(Case one) {
    return me.holds(Role.CENTRE, Scope.centre(one.centreCode()));
  }

  private boolean pays(Case one) {
    return one.donorCode() != null && me.holds(Role.DONOR, Scope.body(one.donorCode()));
  }

  private boolean ofRegion(Optional<String> region) {
    return region.filter(code -> me.holds(Role.ROCB, Scope.region(code))).isPresent();
  }

  private Optional<String> memberRegion(Case one) {
    return Optional.ofNullable(one.memberCode())
        .flatMap(directory::findMember)
        .map(MemberSummary::regionCode);
  }

  private Optional<String> centreRegion(Case one) {
    return directory.findCentre(one.centreCode()).map(CentreSummary::regionCode);
  }

  /** Whether the person who asks decides on such applications at any step. */
  boolean holdsAny(Case one) {
    return coordinates(one) || ofCentre(one) || pays(one) || me.isAdministrator();
  }

  /** Whether the step at which the person who asks decides is behind the application. */
  boolean answered(Case one, Chain chain) {
    return behind(one, chain, Approver.COORDINATOR) && coordinates(one)
        || behind(one, chain, Approver.CENTRE) && ofCentre(one)
        || behind(one, chain, Approver.DONOR) && pays(one);
  }

  private static boolean behind(Case one, Chain chain, Approver step) {
    return chain.asks(step) && (one.reached() == null || one.reached().compareTo(step) > 0);
  }

  /** Whether the applicant who asks would be the one who decides for their Member. */
  boolean ownOffice(String memberCode) {
    return memberCode != null
        && me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER).contains(memberCode);
  }
}
