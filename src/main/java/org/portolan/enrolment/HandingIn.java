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
      boolean asksSupervisor,
      boolean vacant) {}

  /**
   * Decides one wish in the transaction of the caller, or in its own. Waits for whoever holds the
   * session or the person.
   */
  @Transactional
  ApplicationReceipt alone(Wish wish) {
    Turn turn = new Turn(wish, null, null);
    decide(List.of(turn), false, clock.instant());
    return turn.receipt();
  }

  /**
   * Decides several, no two of them of one person, each for itself: who is refused is in nobody's
   * way. A request whose key was sent before is left undecided. Where this fails nothing stays of
   * it, whatever the turns say.
   *
   * @param free whether nothing is waited for that others hold; else all are for one session
   * @throws NobodyTaken where all are refused or held, which the turns then say
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void together(List<Turn> turns, boolean free) {
    Set<Sent> known =
        idempotency.known(turns.stream().filter(Turn::keyed).map(Turn::request).toList());
    List<Turn> fresh =
        turns.stream().filter(turn -> !turn.keyed() || !known.contains(turn.request())).toList();
    if (fresh.isEmpty() || !decide(fresh, free, clock.instant())) {
      throw new NobodyTaken();
    }
  }

  /** Whether anybody's wish was granted. */
  private boolean decide(List<Turn> turns, boolean free, Instant now) {
    Map<Long, String> genders = people.holdGenders(turns.stream().map(Turn::person).toList(), free);
    Map<Long, Held> held =
        books
            .hold(
                turns.stream()
                    .map(turn -> turn.wish().session())
                    .collect(Collectors.toCollection(TreeSet::new)),
                free,
                now)
            .stream()
            .collect(Collectors.toMap(Held::sessionId, Function.identity()));
    Map<Place, Application> known =
        held.isEmpty()
            ? Map.of()
            : applications.find(turns.stream().map(turn -> turn.wish().place()).toList());
    Map<String, Set<Long>> deciders = new HashMap<>();
    List<Handed> handed = new ArrayList<>();
    for (Turn turn : turns) {
      String gender = genders.get(turn.person());
      Held book = held.get(turn.wish().session());
      if (free && (gender == null || book == null)) {
        turn.held();
      } else if (gender == null) {
        turn.refuse(new NotSignedIn());
      } else if (book == null) {
        turn.refuse(new NotFound("session " + turn.wish().session()));
      } else {
        long lines = book.book().tally().lines();
        try {
          handed.add(handIn(turn, book, known.get(turn.wish().place()), gender, deciders, now));
        } catch (Problem | NotFound refused) {
          if (book.book().tally().lines() != lines) {
            // something is written of it that others would stand on
            throw refused;
          }
          turn.refuse(refused);
        }
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
    if (before == null || !before.alive()) {
      book.requireApplying(now);
      eligible.require(turn.person(), member, book.conditions(), book.occasion());
    }
    Application application =
        open.enrolment()
            .apply(known, turn.person(), member, applicants.groups(member, gender), words, now);
    boolean fresh = application.state() != before;
    boolean asksSupervisor = fresh && asks(application, Approver.SUPERVISOR);
    boolean vacant =
        fresh
            && asks(application, Approver.COORDINATOR)
            && member != null
            && Nudge.nobodyIsThere(
                deciders.computeIfAbsent(member, mandates::deciders), turn.person());
    if (asksSupervisor) {
      supervisors.name(
          open,
          application,
          supervisors.named(turn.person(), wish.supervisorName(), wish.supervisorEmail()));
    } else if (vacant) {
      // where nobody else decides at home, others are asked at once
      open.enrolment().escalateFrom(Approver.COORDINATOR, application);
    }
    return new Handed(turn, open, application, before, asksSupervisor, vacant);
  }

  private static boolean asks(Application application, Approver approver) {
    return application.asked().filter(ask -> ask.approver() == approver).isPresent();
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
      if (application.state() != each.before()) {
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
