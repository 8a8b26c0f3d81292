package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.portolan.calendar.CalendarService;
import org.portolan.enrolment.SeatBooks.Held;
import org.portolan.office.Approvers;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedIn;
import org.portolan.platform.security.TokenScope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Explanation;
import org.portolan.seat.SeatLine;
import org.portolan.seat.SeatRefused;

/** Applying for a seat and deciding on applications. */
@ApplicationScoped
public class EnrolmentService {
  private static final Approvers NOBODY = new Approvers(List.of(), false);

  @Inject private Mandates mandates;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;
  @Inject private ApplicationRepository applications;
  @Inject private ApplicationRows rows;
  @Inject private SeatBooks books;
  @Inject private CalendarService calendar;
  @Inject private Applicants applicants;
  @Inject private SeatLetters letters;
  @Inject private People people;
  @Inject private AuditTrail audit;

  /** A session that people may know of, by its code or its number. */
  @Transactional
  public OfferedSession session(String codeOrId, Language reader) {
    Optional<OfferedSession> found = rows.session(codeOrId, reader);
    if (found.isEmpty() && codeOrId.matches("\\d{1,18}")) {
      found = rows.session(Long.parseLong(codeOrId), reader);
    }
    return found
        .filter(session -> !session.state().equals("draft"))
        .orElseThrow(() -> new NotFound("session " + codeOrId));
  }

  /**
   * Applies for the person who asks.
   *
   * @throws EnrolmentRefused when the session is full or closed, or nobody could decide
   */
  @Transactional
  public ApplicationReceipt apply(long sessionId, String motivation) {
    me.requireScope(TokenScope.APPLY);
    SignedIn person = me.require();
    if (!people.holdStill(person.personId())) {
      throw new NotSignedIn();
    }
    Instant now = clock.instant();
    Statement words = Statement.motivation(motivation);
    Open open = open(sessionId, now);
    Application known = applications.find(sessionId, person.personId()).orElse(null);
    ApplicationState before = known == null ? null : known.state();
    Application application =
        open.enrolment()
            .apply(
                known,
                person.personId(),
                person.memberCode(),
                applicants.groups(person.personId(), person.memberCode()),
                words,
                now);
    keep(open, application, now);
    if (application.state() != before) {
      // the one that stood already: a second click is not a second deed
      deed("application.handed-in", application, before).change("session", null, sessionId).write();
    }
    return ApplicationReceipt.of(application);
  }

  /** Takes an own application back; a seat that it held is free again. */
  @Transactional
  public void withdraw(long applicationId) {
    me.require();
    Instant now = clock.instant();
    Open open = open(applications.sessionOf(applicationId), now);
    Application application = own(applicationId);
    ApplicationState before = application.state();
    open.enrolment().withdraw(application, now);
    keep(open, application, now);
    deed("application.withdrawn", application, before).write();
  }

  /**
   * Takes the seat that is offered to an own application.
   *
   * @throws SeatRefused when none is offered any more
   */
  @Transactional(dontRollbackOn = SeatRefused.class)
  public void accept(long applicationId) {
    answer(applicationId, "application.accepted", Enrolment::accept);
  }

  /** Leaves the seat that is offered to others. */
  @Transactional(dontRollbackOn = SeatRefused.class)
  public void decline(long applicationId) {
    answer(applicationId, "application.declined", Enrolment::decline);
  }

  /** What an applicant does with an offered seat. */
  private interface Answer {
    void give(Enrolment enrolment, Application application, Instant now);
  }

  private void answer(long applicationId, String action, Answer answer) {
    me.require();
    Instant now = clock.instant();
    Open open = open(applications.sessionOf(applicationId), now);
    Application application = own(applicationId);
    ApplicationState before = application.state();
    try {
      answer.give(open.enrolment(), application, now);
    } finally {
      // also where the offer has just ended: that is to be seen then
      keep(open, application, now);
    }
    deed(action, application, before).write();
  }

  private Application own(long applicationId) {
    Application application = applications.get(applicationId);
    if (application.personId() != me.id()) {
      throw new NotFound("application " + applicationId);
    }
    return application;
  }

  /** Sessions in whose books time has brought something. */
  @Transactional
  List<Long> listDue(int most) {
    return books.listDue(clock.instant(), most);
  }

  /** The same as {@link #settle}, where somebody has applied for the session. */
  @Transactional
  void settleKept(long sessionId) {
    if (books.kept(sessionId)) {
      settle(sessionId);
    }
  }

  /** Does in the book of a session what time has brought, or its centre by changing it. */
  @Transactional
  void settle(long sessionId) {
    Instant now = clock.instant();
    Held held = books.hold(sessionId, now);
    keep(new Open(held, null), null, now);
  }

  /** Takes back what a person still has before them, because they are erased. */
  @Transactional(Transactional.TxType.MANDATORY)
  void withdrawAll(long personId) {
    Instant now = clock.instant();
    for (long applicationId : applications.listStanding(personId, now)) {
      Open open = open(applications.sessionOf(applicationId), now);
      Application application = applications.get(applicationId);
      ApplicationState before = application.state();
      if (before.alive()) {
        open.enrolment().withdraw(application, now);
        keep(open, application, now);
        deed("application.withdrawn", application, before).write();
      }
    }
  }

  /** Gives applications, seats and decisions of an account to another of the same person. */
  @Transactional(Transactional.TxType.MANDATORY)
  void moveAll(long stays, long goes) {
    List<Deed> deeds = new ArrayList<>();
    for (ApplicationRepository.Movable each : applications.lockMovable(stays, goes)) {
      if (each.inPlace() == null) {
        applications.move(each.id(), stays);
      } else {
        applications.change(each.id(), stays, each.inPlace(), goes);
        deeds.add(moved(each.inPlace(), stays, goes));
      }
      deeds.add(moved(each.id(), goes, stays));
    }
    audit.writeAll(deeds);
    applications.moveDecisions(stays, goes);
  }

  private Deed moved(long applicationId, long from, long to) {
    return audit
        .entry("application.moved", "application", applicationId)
        .change("applicant", from, to);
  }

  /** Applications of somebody, the latest first; asked for by those entitled. */
  @Transactional
  public List<ApplicationSummary> listOf(long person, Language reader) {
    return rows.ofPerson(person, reader);
  }

  /**
   * Gives the seat, or a place on the waiting list, as National Coordinator of the applicant's
   * Member.
   */
  @Transactional
  public void approve(long applicationId, String remark) {
    me.require();
    Statement words = Statement.remark(remark);
    Instant now = clock.instant();
    Open open = open(applications.sessionOf(applicationId), now);
    Application application = decidable(applicationId);
    ApplicationState before = application.state();
    open.enrolment().approve(application, me.id(), words, now);
    keep(open, application, now);
    deed("application.approved", application, before).write();
  }

  /** Refuses with a reason that the applicant reads, as National Coordinator of their Member. */
  @Transactional
  public void refuse(long applicationId, String reason) {
    me.require();
    Statement words = Statement.refusal(reason);
    Instant now = clock.instant();
    Open open = open(applications.sessionOf(applicationId), now);
    Application application = decidable(applicationId);
    ApplicationState before = application.state();
    open.enrolment().refuse(application, me.id(), words, now);
    keep(open, application, now);
    deed("application.refused", application, before).write();
  }

  /**
   * Lets another officer of the Member step into the seat or the place of one who cannot come.
   *
   * @param successorId application of the other, which waits for a decision
   */
  @Transactional
  public void replace(long applicationId, long successorId, String remark) {
    me.require();
    Statement words = Statement.remark(remark);
    Instant now = clock.instant();
    Open open = open(applications.sessionOf(applicationId), now);
    Application leaving = decidable(applicationId);
    Application successor = decidable(successorId);
    if (successor.sessionId() != leaving.sessionId()
        || !Objects.equals(successor.memberCode(), leaving.memberCode())) {
      throw new NotFound("application " + successorId);
    }
    ApplicationState before = leaving.state();
    ApplicationState waited = successor.state();
    open.enrolment().replace(leaving, successor, me.id(), words, now);
    keep(open, successor, now);
    deed("application.replaced", leaving, before).change("by", null, successorId).write();
    deed("application.approved", successor, waited).write();
  }

  /** What waits for the person who asks, or lately did, oldest first. */
  @Transactional
  public List<ApplicationSummary> waitingForMe(Language reader) {
    me.require();
    return me.isAdministrator()
        ? rows.waitingAnywhere(reader)
        : rows.waitingFor(me.readableScopes(Role.COORDINATOR, Scope.Kind.MEMBER), reader);
  }

  /** Members without a National Coordinator for which the person who asks decides instead. */
  @Transactional
  public List<String> decidedInstead() {
    return mandates.approvers(me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER)).entrySet().stream()
        .filter(each -> each.getValue().fallback())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Whether the person who asks may decide on what waits from a Member; else they may look. */
  public boolean decides(String memberCode) {
    return mayDecide(memberCode);
  }

  /** Own applications, the latest first. */
  @Transactional
  public List<ApplicationSummary> myApplications(Language reader) {
    return rows.ofPerson(me.id(), reader);
  }

  /** An application with its way, for the applicant and for those who decide on it. */
  @Transactional
  public ApplicationDetail find(long applicationId, Language reader) {
    long person = me.id();
    ApplicationSummary summary =
        rows.find(applicationId, reader)
            .filter(found -> found.personId() == person || mayRead(found.memberCode()))
            .orElseThrow(() -> new NotFound("application " + applicationId));
    Approvers deciders =
        summary.state() == ApplicationState.WAITING && summary.memberCode() != null
            ? mandates.approvers(Set.of(summary.memberCode())).get(summary.memberCode())
            : NOBODY;
    return new ApplicationDetail(
        summary,
        Timeline.of(summary, rows.steps(applicationId), deciders),
        summary.personId() == person);
  }

  /**
   * Why an application stands where it stands: for the applicant, for those who decide on it, and
   * for the centre of the session.
   */
  @Transactional
  public Explained explain(long applicationId, Language reader) {
    long person = me.require().personId();
    ApplicationSummary summary =
        rows.find(applicationId, reader)
            .filter(
                found ->
                    found.personId() == person
                        || mayRead(found.memberCode())
                        || worksFor(found.session().id()))
            .orElseThrow(() -> new NotFound("application " + applicationId));
    return new Explained(
        summary,
        Explanation.of(books.ledger(summary.session().id()), applicationId, clock.instant()),
        summary.personId() == person);
  }

  private boolean worksFor(long sessionId) {
    String centre = calendar.facts(List.of(sessionId)).get(sessionId).centreCode();
    return me.holds(Role.CENTRE, Scope.centre(centre));
  }

  /** Own application for a session that still stands, if there is one. */
  @Transactional
  public Optional<Long> myStanding(long sessionId) {
    return applications
        .find(sessionId, me.id())
        .filter(application -> application.state().alive())
        .map(Application::id);
  }

  /** A session whose book is held, with its rules. */
  private record Open(Held held, Enrolment enrolment) {}

  private Open open(long sessionId, Instant now) {
    Held held = books.hold(sessionId, now);
    // read after the lock, so that it is the session as it is now
    OfferedSession session =
        rows.session(sessionId, Language.EN)
            .filter(found -> !found.state().equals("draft"))
            .orElseThrow(() -> new NotFound("session " + sessionId));
    return new Open(held, new Enrolment(session.terms(), held.book()));
  }

  /** Keeps what was written into a book, and what it brought the applications. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keepMoved(Held held, Instant now) {
    keep(new Open(held, null), null, now);
  }

  /** Keeps an application, and whatever its change brought others. */
  private void keep(Open open, Application application, Instant now) {
    applications.flush(application);
    books.keep(open.held());
    Set<Long> touched = new LinkedHashSet<>();
    if (application != null) {
      touched.add(application.id());
    }
    open.held().book().written().stream()
        .map(SeatLine::application)
        .filter(number -> number != 0)
        .forEach(touched::add);
    letters.tell(
        touched.stream()
            .map(applications::get)
            // whoever acts sees what came of it; that an offer ended before is news all the same
            .filter(each -> each != application || each.state() == ApplicationState.LAPSED)
            .toList());
    List<Object> steps = applications.steps(touched, now);
    if (!steps.isEmpty()) {
      books.insert(
          "INSERT INTO application_step (application_id, state, actor_id, reason, happened_at)"
              + " VALUES ",
          5,
          steps);
    }
  }

  private Deed deed(String action, Application application, ApplicationState before) {
    Deed deed =
        audit
            .entry(action, "application", application.id())
            .change("state", before == null ? null : before.code(), application.state().code());
    return application.memberCode() == null
        ? deed
        : deed.scope(Scope.member(application.memberCode()));
  }

  private Application decidable(long applicationId) {
    Application application = applications.get(applicationId);
    if (!mayDecide(application.memberCode())) {
      throw new NotFound("application " + applicationId);
    }
    return application;
  }

  private boolean mayRead(String memberCode) {
    return memberCode == null
        ? me.isAdministrator()
        : me.mayRead(Role.COORDINATOR, Scope.member(memberCode));
  }

  private boolean mayDecide(String memberCode) {
    return memberCode == null
        ? me.isAdministrator()
        : me.holds(Role.COORDINATOR, Scope.member(memberCode));
  }
}
