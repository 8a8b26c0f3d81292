package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.office.Mandates;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** What the person who asks may decide on and look at: {@link DecidingRights} by what they hold. */
@ApplicationScoped
class Deciders {
  @Inject private CurrentPerson me;
  @Inject private Directory directory;
  @Inject private Mandates mandates;
  @Inject private ApplicationRows rows;

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
    return rights().mayAnswer(one);
  }

  /** Whether the person who asks may decide about a seat that was given, as its Member does. */
  boolean mayDecideForMember(Case one) {
    return rights().mayDecideForMember(one);
  }

  /** Whether the person who asks may see who applied and what came of it. */
  boolean mayRead(ApplicationSummary application) {
    return rights()
        .mayRead(
            Case.of(application),
            application.chain(),
            application.state(),
            () -> rows.answered(application.id(), me.id()));
  }

  /** What the person who asks is shown of what the applicant wrote before. */
  Discretion discretion(Case one) {
    return rights().discretion(one);
  }

  /** Whether they may answer at a step; see {@link DecidingRights#answers}. */
  boolean answers(Case one, Chain chain, Approver step) {
    return rights().answers(one, chain, step);
  }

  private DecidingRights rights() {
    return new DecidingRights(new Held());
  }

  private final class Held implements DecidingRights.Offices {
    @Override
    public long person() {
      return me.id();
    }

    @Override
    public boolean administrator() {
      return me.isAdministrator();
    }

    @Override
    public boolean holds(Role role, Scope scope) {
      return me.holds(role, scope);
    }

    @Override
    public boolean mayRead(Role role, Scope scope) {
      return me.mayRead(role, scope);
    }

    @Override
    public Optional<String> regionOfMember(String code) {
      return directory.findMember(code).map(MemberSummary::regionCode);
    }

    @Override
    public Optional<String> regionOfCentre(String code) {
      return directory.findCentre(code).map(CentreSummary::regionCode);
    }
  }
}
