package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.approval.Approver;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.people.People;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.SignedIn;
import org.portolan.platform.security.TokenScope;
import org.portolan.platform.web.Idempotency.Answer;
import org.portolan.platform.web.Idempotency.Sent;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Explanation;
import org.portolan.seat.Prospect;
import org.portolan.seat.SeatRefused;

/** Applying for a seat, and what an applicant does and reads afterwards. */
@ApplicationScoped
public class EnrolmentService {
  @Inject private CurrentPerson me;
  @Inject private Clock clock;
  @Inject private ApplicationRepository applications;
  @Inject private ApplicationRows rows;
  @Inject private SeatBooks books;
  @Inject private Enrolments enrolments;
  @Inject private Deciders deciders;
  @Inject private AskedPeople asked;
  @Inject private ChangeLog log;
  @Inject private AgreedChanges changes;
  @Inject private Together together;
  @Inject private AuditTrail audit;
  @Inject private Applicants applicants;
  @Inject private People people;

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

  /** The same by its number. */
  @Transactional
  public OfferedSession session(long id, Language reader) {
    return Optional.ofNullable(sessions(List.of(id), reader).get(id))
        .orElseThrow(() -> new NotFound("session " + id));
  }

  /** The same for many, by number and in one statement; drafts are left out. */
  @Transactional
  public Map<Long, OfferedSession> sessions(Collection<Long> ids, Language reader) {
    return rows.sessions(ids, reader).stream()
        .filter(session -> !session.state().equals("draft"))
        .collect(Collectors.toMap(OfferedSession::id, session -> session));
  }

  /** What would come of an application of the person who asks, as things stand. */
  @Transactional
  public Prospect prospect(long sessionId) {
    SignedIn person = me.require();
    String gender = people.gender(person.personId()).orElseThrow(NotSignedIn::new);
    return books
        .tally(sessionId, clock.instant())
        .prospect(applicants.groups(person.memberCode(), gender));
  }

  /**
   * Applies for the person who asks.
   *
   * @throws EnrolmentRefused when the session is full or closed, or nobody could decide
   * @throws org.portolan.condition.NotEligible when they do not meet its conditions
   */
  public ApplicationReceipt apply(long sessionId, String motivation) {
    return apply(sessionId, motivation, null, null);
  }

  /**
   * The same, and says who leads the applicant, for sessions that ask them; where nothing is said,
   * it is whom their profile names.
   *
   * @throws EnrolmentRefused when the supervisor is needed and cannot be asked
   */
  public ApplicationReceipt apply(
      long sessionId, String motivation, String supervisorName, String supervisorEmail) {
    return together.decide(wish(sessionId, motivation, supervisorName, supervisorEmail));
  }

  /**
   * The same once for a request, whose answer is kept with it: sent again, it gets that answer.
   *
   * @param answering what is answered to one who has applied
   */
  public Answer apply(
      long sessionId,
      String motivation,
      String supervisorName,
      String supervisorEmail,
      Sent request,
      Function<ApplicationReceipt, Answer> answering) {
    return together.answer(
        wish(sessionId, motivation, supervisorName, supervisorEmail), request, answering);
  }

  private Wish wish(
      long sessionId, String motivation, String supervisorName, String supervisorEmail) {
    me.requireScope(TokenScope.APPLY);
    return new Wish(
        sessionId, me.require(), audit.asking(), motivation, supervisorName, supervisorEmail);
  }

  /**
   * Takes an own application back; a seat that it held is free again.
   *
   * @throws EnrolmentRefused when the session has begun, or something came of it already
   */
  @Transactional
  public void withdraw(long applicationId) {
    me.require();
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application application = own(applicationId);
    ApplicationState before = application.state();
    if (applications.used(applicationId)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
    open.enrolment().withdraw(application, now);
    enrolments.keepOwn(open, application, now);
    enrolments.deed("application.withdrawn", application, before).write();
  }

  /**
   * Takes the seat that is offered to an own application.
   *
   * @throws SeatRefused when none is offered any more
   */
  @Transactional(dontRollbackOn = SeatRefused.class)
  public void accept(long applicationId) {
    answer(applicationId, OfferAnswer.ACCEPT);
  }

  /** Leaves the seat that is offered to others. */
  @Transactional(dontRollbackOn = SeatRefused.class)
  public void decline(long applicationId) {
    answer(applicationId, OfferAnswer.DECLINE);
  }

  private void answer(long applicationId, OfferAnswer answer) {
    me.require();
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application application = own(applicationId);
    ApplicationState before = application.state();
    try {
      answer.give(open.enrolment(), application, now);
    } finally {
      // also where the offer has just ended: that is to be seen then
      enrolments.keepOwn(open, application, now);
    }
    enrolments.deed(answer.action(), application, before).write();
  }

  private Application own(long applicationId) {
    Application application = applications.get(applicationId);
    if (application.personId() != me.id()) {
      throw new NotFound("application " + applicationId);
    }
    return application;
  }

  /** Applications of somebody, the latest first; asked for by those entitled. */
  @Transactional
  public List<ApplicationSummary> listOf(long person, Language reader) {
    return rows.ofPerson(person, reader);
  }

  /** Own applications, the latest first. */
  @Transactional
  public List<ApplicationSummary> myApplications(Language reader) {
    return rows.ofPerson(me.id(), reader);
  }

  /**
   * An application with its way: for the applicant, for those who decide on it, and for the centre
   * and the donor of its session.
   */
  @Transactional
  public ApplicationDetail find(long applicationId, Language reader) {
    long person = me.id();
    ApplicationSummary summary =
        rows.find(applicationId, reader)
            .filter(deciders::mayRead)
            .orElseThrow(() -> new NotFound("application " + applicationId));
    boolean own = summary.personId() == person;
    Discretion discretion = deciders.discretion(Case.of(summary));
    return new ApplicationDetail(
        summary,
        Timeline.of(
                summary,
                rows.steps(applicationId),
                log.entries(summary.session().id(), applicationId),
                asked.of(summary, reader))
            .stream()
            .map(discretion::of)
            .toList(),
        changes.of(summary).map(discretion::of).orElse(null),
        own,
        own && summary.session().standing() && applications.used(applicationId));
  }

  /** Why an application stands where it stands, for those who may read it. */
  @Transactional
  public Explained explain(long applicationId, Language reader) {
    long person = me.require().personId();
    ApplicationSummary summary =
        rows.find(applicationId, reader)
            .filter(deciders::mayRead)
            .orElseThrow(() -> new NotFound("application " + applicationId));
    Discretion discretion = deciders.discretion(Case.of(summary));
    List<Timeline.Past> steps = rows.steps(applicationId);
    List<OutOfTurn> others = rows.outOfTurn(summary.session().id(), applicationId);
    return new Explained(
        summary,
        Explanation.of(books.ledger(summary.session().id()), applicationId, clock.instant()),
        summary.personId() == person,
        Refusal.of(summary.state(), steps).map(discretion::of).orElse(null),
        discretion.reason(summary.reason(), steps),
        discretion.others(others),
        discretion.others(OutOfTurn.before(awaitsSelection(summary), steps, others)),
        steps.stream()
            .map(Timeline.Past::selection)
            .filter(Objects::nonNull)
            .reduce((earlier, later) -> later)
            .orElse(null));
  }

  private static boolean awaitsSelection(ApplicationSummary summary) {
    return summary.state() == ApplicationState.WAITING
        && summary.ask() != null
        && summary.ask().approver() == Approver.CENTRE;
  }

  /** Own application for a session that still stands, if there is one. */
  @Transactional
  public Optional<Long> myStanding(long sessionId) {
    return applications
        .find(sessionId, me.id())
        .filter(application -> application.state().alive())
        .map(Application::id);
  }
}
