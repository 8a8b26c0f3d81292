package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.portolan.enrolment.SeatBooks.Held;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.SeatLine;

/**
 * Opens the book of a session, in which its applications change, and keeps what came of it. Asks
 * nobody for permission: who calls it has.
 */
@ApplicationScoped
class Enrolments {
  private static final int STEP_WIDTH = 8;
  private static final int STEPS_AT_ONCE = 1000;

  @Inject private ApplicationRepository applications;
  @Inject private ApplicationRows rows;
  @Inject private SeatBooks books;
  @Inject private SeatLetters letters;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * A session whose book is held, with its rules.
   *
   * @param offered reads the rest of the session as it is now, which only some ask for
   */
  record Open(Held held, Enrolment enrolment, Supplier<OfferedSession> offered) {
    OfferedSession session() {
      return offered.get();
    }
  }

  Open open(long sessionId, Instant now) {
    return open(books.hold(sessionId, now));
  }

  Open open(Held held) {
    long sessionId = held.sessionId();
    SessionTerms terms = held.terms().orElseThrow(() -> new NotFound("session " + sessionId));
    return new Open(
        held,
        new Enrolment(terms, held.book()),
        () -> rows.session(sessionId, Language.EN).orElseThrow());
  }

  /** Keeps what was written into a book, and what it brought the applications. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keep(Held held, Instant now) {
    applications.flush(null);
    keep(List.of(held), List.of(), List.of(), now);
  }

  /** Keeps an application, and whatever its change brought others; all of them are told. */
  void keep(Open open, Application application, Instant now) {
    applications.flush(application);
    keep(List.of(open.held()), List.of(application), List.of(), now);
  }

  /** The same for one that its applicant changes: they see what came of it. */
  void keepOwn(Open open, Application application, Instant now) {
    applications.flush(application);
    keep(List.of(open.held()), List.of(application), List.of(application), now);
  }

  /**
   * The same for applications that their applicants hand in together. Those that are new get their
   * numbers and are not watched: what changes in them after that is not kept.
   */
  void keepOwn(Collection<Held> held, Collection<Application> own, Instant now) {
    books.add(own.stream().filter(each -> each.id() == null).toList());
    applications.flush(null);
    keep(held, own, own, now);
  }

  /** Keeps what happened to applications whose seats stay as they are. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keep(Collection<Application> all, Instant now) {
    applications.flush(null);
    keepSteps(applications.steps(all, now));
  }

  private void keepSteps(List<Object> steps) {
    for (int from = 0; from < steps.size(); from += STEPS_AT_ONCE * STEP_WIDTH) {
      books.insert(
          "INSERT INTO application_step (application_id, state, actor_id, reason, happened_at,"
              + " approver, event, selection) VALUES ",
          STEP_WIDTH,
          steps.subList(from, Math.min(steps.size(), from + STEPS_AT_ONCE * STEP_WIDTH)));
    }
  }

  /** Keeps several applications of a session that changed together, and what that brought. */
  void keep(Open open, Collection<Application> acting, Instant now) {
    applications.flush(null);
    keep(List.of(open.held()), acting, List.of(), now);
  }

  /**
   * @param seen those whose applicants act, and see what comes of it
   */
  private void keep(
      Collection<Held> all,
      Collection<Application> acting,
      Collection<Application> seen,
      Instant now) {
    books.keep(all);
    Map<Long, Application> touched = new LinkedHashMap<>();
    acting.forEach(each -> touched.put(each.id(), each));
    all.stream()
        .flatMap(held -> held.book().written().stream())
        .map(SeatLine::application)
        .filter(number -> number != 0)
        .forEach(number -> touched.computeIfAbsent(number, applications::get));
    letters.tell(
        touched.values().stream()
            // that an offer ended before is news all the same
            .filter(each -> !seen.contains(each) || each.state() == ApplicationState.LAPSED)
            .toList());
    keepSteps(applications.steps(touched.values(), now));
  }

  Deed deed(String action, Application application, ApplicationState before) {
    Deed deed =
        audit
            .entry(action, "application", application.id())
            .change("state", before == null ? null : before.code(), application.state().code());
    return application.memberCode() == null
        ? deed
        : deed.scope(Scope.member(application.memberCode()));
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
    keep(books.hold(sessionId, now), now);
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
        keepOwn(open, application, now);
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
}
