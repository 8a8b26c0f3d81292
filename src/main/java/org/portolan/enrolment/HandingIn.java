package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.approval.Approver;
import org.portolan.condition.EligibilityCheck;
import org.portolan.enrolment.ApplicationRepository.Place;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.enrolment.SeatBooks.Held;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.Idempotency.Answer;
import org.portolan.platform.web.Idempotency.Sent;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.Problem;
import org.portolan.seat.ApplicationState;

/**
 * Decides wishes for seats: one by itself, or several in one transaction, by the same rules and in
 * the order in which they came. Several need hardly more statements than one, and one commit.
 */
@ApplicationScoped
class HandingIn {
  @Inject private ApplicationRepository applications;
  @Inject private SeatBooks books;
  @Inject private Enrolments enrolments;
  @Inject private SupervisorConsents supervisors;
  @Inject private SupervisorLetters supervisorLetters;
  @Inject private DeciderLetters deciderLetters;
  @Inject private Applicants applicants;
  @Inject private EligibilityCheck eligible;
  @Inject private People people;
  @Inject private Mandates mandates;
  @Inject private AuditTrail audit;
  @Inject private Idempotency idempotency;
  @Inject private Clock clock;

  /** Nobody's wish was granted, so that nothing is to be kept. */
  static final class NobodyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NobodyTaken() {
      super(null, null, false, false);
    }
  }

  /** An application that was handed in, and what is still to be done for it. */
  private record Handed(
      Turn turn,
      Open open,
      Application application,
      ApplicationState before,
      boolean fresh,
      boolean asksSupervisor,
      boolean vacant) {}

  /**
   * Decides one wish in the transaction of the caller, or in its own. Waits for whoever holds the
   * session or the person.
   */
  @Transactional
  ApplicationReceipt alone(Wish wish) {
    Turn turn = new Turn(wish, null, null);
    Instant now = clock.instant();
    String gender = people.holdGender(turn.person()).orElseThrow(NotSignedIn::new);
    Held book = books.hold(wish.session(), now);
    decide(List.of(turn), Map.of(turn.person(), gender), Map.of(wish.session(), book), now);
    return turn.receipt();
  }

  /**
   * Decides several, no two of them of one person, each for itself: who is refused is in nobody's
   * way. One whose account others hold is left undecided, and so is a request whose key was sent
   * before. Where this fails nothing stays of it, whatever the turns say.
   *
   * @param free whether sessions are not waited for that others hold; else all are for one session
   * @throws NobodyTaken where all are refused, held or left, which the turns then say
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void together(List<Turn> turns, boolean free) {
    Instant now = clock.instant();
    // who waits here for a session holds nobody, and who holds it waits for no account
    Map<Long, Held> held =
        books.hold(sessions(turns), free, now).stream()
            .collect(Collectors.toMap(Held::sessionId, Function.identity()));
    List<Turn> here = new ArrayList<>();
    for (Turn turn : turns) {
      if (held.containsKey(turn.wish().session())) {
        here.add(turn);
      } else if (free) {
        turn.held();
      } else {
        turn.refuse(new NotFound("session " + turn.wish().session()));
      }
    }
    if (here.isEmpty() || !decideFree(here, held, now)) {
      throw new NobodyTaken();
    }
  }

  private static Set<Long> sessions(List<Turn> turns) {
    return turns.stream()
        .map(turn -> turn.wish().session())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Decides those whose accounts nobody holds and whose keys are new. */
  private boolean decideFree(List<Turn> turns, Map<Long, Held> held, Instant now) {
    Map<Long, String> genders = people.holdGenders(turns.stream().map(Turn::person).toList());
    // whoever sent the same is not at work any more, as that would hold their account
    Set<Sent> known =
        idempotency.known(turns.stream().filter(Turn::keyed).map(Turn::request).toList());
    List<Turn> fresh =
        turns.stream()
            .filter(turn -> genders.containsKey(turn.person()))
            .filter(turn -> !turn.keyed() || !known.contains(turn.request()))
            .toList();
    return !fresh.isEmpty() && decide(fresh, genders, held, now);
  }

  /** Whether anybody's wish was granted. */
  private boolean decide(
      List<Turn> turns, Map<Long, String> genders, Map<Long, Held> held, Instant now) {
    Map<Place, Application> known =
        applications.find(turns.stream().map(turn -> turn.wish().place()).toList());
    Map<String, Set<Long>> deciders = new HashMap<>();
    List<Handed> handed = new ArrayList<>();
    for (Turn turn : turns) {
      Held book = held.get(turn.wish().session());
      long lines = book.book().tally().lines();
      try {
        handed.add(
            handIn(
                turn,
                book,
                known.get(turn.wish().place()),
                genders.get(turn.person()),
                deciders,
                now));
      } catch (Problem | NotFound refused) {
        if (book.book().tally().lines() != lines) {
          // something is written of it that others would stand on
          throw refused;
        }
        turn.refuse(refused);
      }
    }
    if (!handed.isEmpty()) {
      keep(handed, held.values(), now);
    }
    return !handed.isEmpty();
  }

  private Handed handIn(
      Turn turn,
      Held book,
      Application known,
      String gender,
      Map<String, Set<Long>> deciders,
      Instant now) {
    Wish wish = turn.wish();
    String member = wish.person().memberCode();
    Statement words = Statement.motivation(wish.motivation());
    Open open = enrolments.open(book);
    ApplicationState before = known == null ? null : known.state();
    boolean fresh = before == null || !before.alive();
    if (fresh) {
      book.requireApplying(now);
      eligible.require(turn.person(), member, book.conditions(), book.occasion());
    }
    // one who names nobody is refused here, before anything is written of them
    Supervisor supervisor =
        fresh && asksSupervisor(book)
            ? supervisors.named(turn.person(), wish.supervisorName(), wish.supervisorEmail())
            : null;
    Application application =
        open.enrolment()
            .apply(known, turn.person(), member, applicants.groups(member, gender), words, now);
    boolean vacant =
        fresh
            && application.asked().filter(ask -> ask.approver() == Approver.COORDINATOR).isPresent()
            && member != null
            && Nudge.nobodyIsThere(
                deciders.computeIfAbsent(member, mandates::deciders), turn.person());
    if (supervisor != null) {
      supervisors.name(open, application, supervisor);
    } else if (vacant) {
      // where nobody else decides at home, others are asked at once
      open.enrolment().escalateFrom(Approver.COORDINATOR, application);
    }
    return new Handed(turn, open, application, before, fresh, supervisor != null, vacant);
  }

  private static boolean asksSupervisor(Held book) {
    return book.terms()
        .flatMap(terms -> terms.chain().first())
        .filter(step -> step.approver() == Approver.SUPERVISOR)
        .isPresent();
  }

  private void keep(List<Handed> handed, Collection<Held> held, Instant now) {
    enrolments.keepOwn(held, handed.stream().map(Handed::application).toList(), now);
    List<Deed> deeds = new ArrayList<>();
    Map<Sent, Answer> answers = new LinkedHashMap<>();
    for (Handed each : handed) {
      Application application = each.application();
      if (each.asksSupervisor()) {
        supervisorLetters.post(application, SupervisorLetters.Kind.QUESTION);
      } else if (each.vacant()) {
        deciderLetters.tellAtOnce(application, each.open().session(), now);
      }
      if (each.fresh()) {
        // the one that stood already: a second click is not a second deed
        deeds.add(
            enrolments
                .deed("application.handed-in", application, each.before())
                .change("session", null, application.sessionId())
                .by(each.turn().wish().actor()));
      }
      each.turn().take(ApplicationReceipt.of(application));
      if (each.turn().keyed()) {
        answers.put(each.turn().request(), each.turn().answer());
      }
    }
    audit.writeAll(deeds);
    idempotency.keep(answers);
  }
}
