package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.portolan.condition.EligibilityCheck;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;

/**
 * The officers whom an administration sends to a session. To be sent is not to have a seat: their
 * applications wait for whoever else the session asks. Each use locks the session.
 */
@ApplicationScoped
public class Nominees {
  @Inject private Enrolments enrolments;
  @Inject private ApplicationRepository applications;
  @Inject private SeatBooks books;
  @Inject private Applicants applicants;
  @Inject private Deciders deciders;
  @Inject private EligibilityCheck eligible;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /**
   * Hands in an officer of an administration whose National Coordinator asks.
   *
   * @param rank which place the administration gives them, from 1
   * @return the number of the application
   * @throws EnrolmentRefused when the session is closed or the officer is none of theirs
   * @throws org.portolan.seat.SeatRefused when they have a seat or a place already
   * @throws org.portolan.condition.NotEligible when they do not meet the conditions
   */
  @Transactional
  public long nominate(long sessionId, String member, long personId, int rank, String words) {
    return handIn(sessionId, member, personId, rank, words, false);
  }

  /**
   * The same after the last day for applications too: of one who takes the place of another that
   * has nothing any more, or a seat that is held until its own day.
   */
  @Transactional
  public long stepIn(long sessionId, String member, long personId, int rank, String words) {
    return handIn(sessionId, member, personId, rank, words, true);
  }

  private long handIn(
      long sessionId, String member, long personId, int rank, String words, boolean instead) {
    Statement kept = Statement.motivation(words);
    Instant now = clock.instant();
    requireOffice(member);
    Nominee nominee = nominee(member, personId);
    Open open = enrolments.open(sessionId, now);
    Application known = applications.find(sessionId, personId).orElse(null);
    ApplicationState before = known == null ? null : known.state();
    requireEligible(open, nominee);
    Application application =
        instead
            ? open.enrolment().stepIn(known, nominee, kept, rank, me.id(), now)
            : open.enrolment().nominate(known, nominee, kept, rank, me.id(), now);
    told(application);
    enrolments.keep(open, application, now);
    deed("application.nominated", application, before).change("place", null, rank).write();
    return application.id();
  }

  /** How many seats of a session officers of an administration have, or are offered. */
  @Transactional
  public int seated(long sessionId, String member) {
    return books.tally(sessionId, clock.instant()).taken(new Group(Group.Kind.MEMBER, member));
  }

  /** What is held at this moment for an administration, with what its officers have of it. */
  @Transactional
  public Optional<Hold> held(long sessionId, String member) {
    Instant now = clock.instant();
    Group group = new Group(Group.Kind.MEMBER, member);
    return books.tally(sessionId, now).rules().holds().stream()
        .filter(hold -> hold.group().equals(group) && hold.until().isAfter(now))
        .findFirst();
  }

  /** Gives those that are handed in other places; those that wait no more keep theirs. */
  @Transactional
  public void rank(long applicationId, int rank) {
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application application = applications.get(applicationId);
    if (application.state() == ApplicationState.WAITING && sent(application, open)) {
      application.nominated(rank);
      enrolments.keep(open, application, now);
    } else {
      enrolments.keep(open.held(), now);
    }
  }

  /** Takes a nominee back, with the reason; a seat that they had is free again. */
  @Transactional
  public void takeBack(long applicationId, String reason) {
    Statement why = Statement.refusal(reason);
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application application = own(applicationId, open);
    ApplicationState before = application.state();
    open.enrolment().takeBack(application, me.id(), why, now);
    told(application);
    enrolments.keep(open, application, now);
    deed("application.taken-back", application, before).write();
  }

  /**
   * Lets another officer of the same administration take over what a nominee has.
   *
   * @return the number of the other's application
   */
  @Transactional
  public long replace(long applicationId, long personId, int rank, String words) {
    Statement kept = Statement.refusal(words);
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application leaving = own(applicationId, open);
    Nominee nominee = nominee(leaving.memberCode(), personId);
    requireEligible(open, nominee);
    Application known = applications.find(leaving.sessionId(), personId).orElse(null);
    ApplicationState before = leaving.state();
    ApplicationState waited = known == null ? null : known.state();
    Application successor =
        open.enrolment().stepIn(leaving, known, nominee, kept, rank, me.id(), now);
    told(leaving);
    told(successor);
    enrolments.keep(open, successor, now);
    deed("application.replaced", leaving, before).change("by", null, successor.id()).write();
    deed("application.nominated", successor, waited).change("place", null, rank).write();
    return successor.id();
  }

  /**
   * Keeps these persons what they are until the transaction ends. To be asked before any other lock
   * is taken.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void holdStill(Collection<Long> personIds) {
    people.holdAllStill(personIds);
  }

  /**
   * Nobody changes this session, its seats or its rules until the transaction ends. To be asked
   * after persons, and before a nomination is locked: news of a session come in that order too.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void holdSession(long sessionId) {
    books.lock(sessionId);
  }

  /** How applications of nominees stand, by their numbers; asked for by those entitled. */
  @Transactional
  public Map<Long, ApplicationState> states(Collection<Long> applicationIds) {
    return applications.states(applicationIds);
  }

  /** The letters of nominations tell of a seat and of one who is taken back, with the reason. */
  private static void told(Application application) {
    if (application.state() == ApplicationState.APPROVED
        || application.state() == ApplicationState.WITHDRAWN) {
      application.told();
    }
  }

  private void requireOffice(String member) {
    if (!me.isAdministrator()) {
      me.requireRole(Role.COORDINATOR, Scope.member(member));
    }
  }

  /** Nobody sends themselves: their deputy or the Regional Office decides on their application. */
  private Nominee nominee(String member, long personId) {
    if (personId == me.id()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.OWN);
    }
    Optional<String> gender = people.holdGender(personId);
    PersonSummary person =
        people.find(personId).orElseThrow(() -> new NotFound("person " + personId));
    if (gender.isEmpty() || !Objects.equals(person.memberCode(), member)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ANOTHER_ADMINISTRATION);
    }
    return new Nominee(personId, member, applicants.groups(member, gender.get()));
  }

  private void requireEligible(Open open, Nominee nominee) {
    eligible.require(
        nominee.personId(), nominee.memberCode(), open.held().conditions(), open.held().occasion());
  }

  private Application own(long applicationId, Open open) {
    Application application = applications.get(applicationId);
    if (!sent(application, open)) {
      throw new NotFound("application " + applicationId);
    }
    return application;
  }

  /** Whether it is one of those whom the person who asks may send and take back. */
  private boolean sent(Application application, Open open) {
    return application.nominated()
        && deciders.mayDecideForMember(Case.of(application, open.session()));
  }

  private Deed deed(String action, Application application, ApplicationState before) {
    return enrolments.deed(action, application, before);
  }
}
