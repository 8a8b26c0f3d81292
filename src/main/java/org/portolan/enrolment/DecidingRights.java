package org.portolan.enrolment;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.approval.Change;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.seat.ApplicationState;

/**
 * Who may answer for an approver of a chain, and who may look at an application. Nobody decides on
 * their own. Where the day of an answer is over, the Regional Office may answer too, and a National
 * Coordinator for a supervisor.
 */
record DecidingRights(Offices offices) {

  /** What somebody holds, and in which regions Members and centres lie. */
  interface Offices {
    long person();

    boolean administrator();

    /** Whether they may act in the role. */
    boolean holds(Role role, Scope scope);

    /** Whether they may look at what the role sees. */
    boolean mayRead(Role role, Scope scope);

    Optional<String> regionOfMember(String code);

    Optional<String> regionOfCentre(String code);
  }

  /** Whether they may answer where the application stands now. */
  boolean mayAnswer(Case one) {
    if (one.ask() == null || own(one)) {
      return false;
    }
    if (offices.administrator()) {
      return true;
    }
    boolean late = one.ask().urgency() == Ask.Urgency.ESCALATED;
    return switch (one.ask().approver()) {
      case SUPERVISOR -> late && (coordinates(one) || ofMemberRegion(one));
      case COORDINATOR -> coordinates(one) || late && ofMemberRegion(one);
      case CENTRE -> ofCentre(one) || late && ofCentreRegion(one);
      case DONOR -> pays(one) || late && ofCentreRegion(one);
    };
  }

  /** Whether they may decide about a seat that was given, as its Member does. */
  boolean mayDecideForMember(Case one) {
    return !own(one) && (offices.administrator() || coordinates(one));
  }

  /**
   * Whether they may see who applied and what came of it. A centre reads whatever is about its own
   * sessions; a donor reads what they are asked, and what all agreed to who are asked as they are:
   * what ended before that is none of their business. Who answered sees what came of it as long as
   * they hold an office by which they may have.
   *
   * @param answered says whether they answered at a step; only asked where nothing else lets them
   */
  boolean mayRead(Case one, Chain chain, ApplicationState state, BooleanSupplier answered) {
    return own(one)
        || offices.administrator()
        || mayAnswer(one)
        || ofCentre(one)
        || coordinates(one)
        || !TimelineStep.ended(state) && behind(one, chain, Approver.DONOR) && pays(one)
        || one.memberCode() != null
            && offices.mayRead(Role.COORDINATOR, Scope.member(one.memberCode()))
        || (pays(one) || ofMemberRegion(one) || ofCentreRegion(one)) && answered.getAsBoolean();
  }

  /** What they are shown of what the applicant wrote before. */
  Discretion discretion(Case one) {
    boolean home =
        own(one)
            || offices.administrator()
            || one.memberCode() != null
                && offices.mayRead(Role.COORDINATOR, Scope.member(one.memberCode()));
    boolean judges =
        home || ofCentre(one) || mayAnswer(one) && Change.MOTIVATION.concerns(one.ask().approver());
    return new Discretion(home, judges);
  }

  /** Whether they decide on such applications at any step. */
  boolean holdsAny(Case one) {
    return coordinates(one) || ofCentre(one) || pays(one) || offices.administrator();
  }

  /** Whether the step at which they decide is behind the application. */
  boolean answered(Case one, Chain chain) {
    return behind(one, chain, Approver.COORDINATOR) && coordinates(one)
        || behind(one, chain, Approver.CENTRE) && ofCentre(one)
        || behind(one, chain, Approver.DONOR) && pays(one);
  }

  /**
   * Whether they may answer at the step at which they saw an application.
   *
   * @param step null for whichever it stands at
   * @return false where the application is none of their business
   * @throws EnrolmentRefused when they could have, but somebody else did, or when it is their own
   */
  boolean answers(Case one, Chain chain, Approver step) {
    if (own(one) && holdsAny(one)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.OWN);
    }
    if (one.ask() == null && step == null && mayDecideForMember(one)) {
      // nobody is asked any more: the book of the session says what can still be done
      return true;
    }
    boolean another = one.ask() == null || step != null && one.ask().approver() != step;
    if (!another && mayAnswer(one)) {
      return true;
    }
    if (another && holdsAny(one) || answered(one, chain)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ALREADY_DECIDED);
    }
    return false;
  }

  private boolean own(Case one) {
    return one.applicant() == offices.person();
  }

  private boolean coordinates(Case one) {
    return one.memberCode() != null
        && offices.holds(Role.COORDINATOR, Scope.member(one.memberCode()));
  }

  private boolean ofCentre(Case one) {
    return offices.holds(Role.CENTRE, Scope.centre(one.centreCode()));
  }

  private boolean pays(Case one) {
    return one.donorCode() != null && offices.holds(Role.DONOR, Scope.body(one.donorCode()));
  }

  private boolean ofMemberRegion(Case one) {
    return one.memberCode() != null && ofRegion(offices.regionOfMember(one.memberCode()));
  }

  private boolean ofCentreRegion(Case one) {
    return ofRegion(offices.regionOfCentre(one.centreCode()));
  }

  private boolean ofRegion(Optional<String> region) {
    return region.filter(code -> offices.holds(Role.ROCB, Scope.region(code))).isPresent();
  }

  private static boolean behind(Case one, Chain chain, Approver step) {
    return chain.asks(step) && (one.reached() == null || one.reached().compareTo(step) > 0);
  }
}
