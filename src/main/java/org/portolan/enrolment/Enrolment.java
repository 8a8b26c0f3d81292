package org.portolan.enrolment;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Step;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Groups;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatRefused;

/**
 * The rules of one session while its book is held: what people say and how seats are given move
 * together or not at all. Knows no database.
 */
class Enrolment {
  private final SessionTerms terms;
  private final SeatBook book;

  Enrolment(SessionTerms terms, SeatBook book) {
    this.terms = terms;
    this.book = book;
  }

  /**
   * Applies for a person.
   *
   * @param earlier their application for this session, or null
   * @param groups to which they belong now
   * @return the earlier one where it still stands: a second click is not a second wish
   */
  Application apply(
      Application earlier,
      long personId,
      String memberCode,
      Groups groups,
      Statement motivation,
      Instant now) {
    if (earlier != null && earlier.state().alive()) {
      return earlier;
    }
    terms.requireApplying(now);
    if (memberCode == null && terms.chain().asksAtHome()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.NOT_ELIGIBLE);
    }
    Application application =
        earlier == null ? new Application(terms.sessionId(), personId) : earlier;
    book.apply(application, groups, now);
    application.submitted(memberCode, motivation, terms.chain(), now);
    Optional<Step> first = terms.chain().first();
    if (first.isPresent()) {
      application.asks(terms.ask(first.get(), now));
    } else {
      book.admit(application, now);
      application.decided(null, Statement.remark(null), now);
    }
    return application;
  }

  /**
   * Sends an officer for their administration: whoever would be asked at home is not, as the
   * administration has spoken; the others of the chain are. One who applied already goes on from
   * there.
   *
   * @param earlier their application for this session, or null
   * @param rank which place the administration gives them
   * @param actor who speaks for it
   */
  Application nominate(
      Application earlier, Nominee nominee, Statement words, int rank, long actor, Instant now) {
    if (!stands(earlier, nominee)) {
      terms.requireApplying(now);
    }
    return stepIn(earlier, nominee, words, rank, actor, now);
  }

  /**
   * The same of one who takes the place of another: their administration was in time with that one,
   * so that the last day for applications does not matter.
   */
  Application stepIn(
      Application earlier, Nominee nominee, Statement words, int rank, long actor, Instant now) {
    boolean stood = stands(earlier, nominee);
    if (stood && earlier.state() != ApplicationState.WAITING) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ALREADY_DECIDED);
    }
    Application application = stood ? earlier : handedIn(earlier, nominee, words, now);
    application.nominated(rank);
    Approver reached = stood ? application.word().reached() : null;
    boolean beyondHome = reached != null && reached.compareTo(Approver.COORDINATOR) > 0;
    if (beyondHome) {
      return application;
    }
    terms.requireOpen(now);
    Optional<Step> next = application.chain().after(Approver.COORDINATOR);
    application.sent(actor, words, next.map(step -> terms.ask(step, now)).orElse(null));
    if (next.isEmpty()) {
      book.admit(application, now);
      application.decided(actor, words, now);
    }
    return application;
  }

  private Application handedIn(Application earlier, Nominee nominee, Statement words, Instant now) {
    terms.requireOpen(now);
    Application application =
        earlier == null ? new Application(terms.sessionId(), nominee.personId()) : earlier;
    book.apply(application, nominee.groups(), now);
    application.submitted(nominee.memberCode(), words, terms.chain(), now);
    return application;
  }

  /**
   * Lets another officer of the administration take over what a nominee has: a seat, an offer, a
   * place on the waiting list, or the place among those who wait for the selection.
   *
   * @throws EnrolmentRefused while centre or donor are asked again about the nominee
   */
  Application stepIn(
      Application leaving,
      Application earlier,
      Nominee nominee,
      Statement words,
      int rank,
      long actor,
      Instant now) {
    terms.requireOpen(now);
    requireAnsweredAbroad(leaving);
    boolean waits = leaving.state() == ApplicationState.WAITING;
    if (stands(earlier, nominee)) {
      if (waits) {
        Optional<Ask> reached = reached(leaving, now);
        takeBack(leaving, actor, words, now);
        nominate(earlier, nominee, words, rank, actor, now);
        // whoever agreed to the place is not asked again
        reached.filter(ask -> ask.after(earlier.asked())).ifPresent(earlier::asks);
      } else {
        earlier.nominated(rank);
        replace(leaving, earlier, actor, words, now);
      }
      return earlier;
    }
    Application successor =
        earlier == null ? new Application(terms.sessionId(), nominee.personId()) : earlier;
    book.stepIn(leaving, successor, nominee.groups(), now);
    if (waits) {
      successor.waitsFor(leaving, words, reached(leaving, now).orElse(null), actor);
      leaving.takenBack(actor, words);
    } else {
      successor.steppedIn(nominee.memberCode(), words, terms.chain(), actor, now);
      leaving.decided(actor, words, now);
    }
    successor.nominated(rank);
    return successor;
  }

  /** What others than the administration are asked again is not answered by sending another. */
  private static void requireAnsweredAbroad(Application leaving) {
    if (leaving.askedAgain()
        && leaving.word().again().asked().last().compareTo(Approver.COORDINATOR) > 0) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ASKED_AGAIN);
    }
  }

  /** Who is asked where it stands, as urgently as they are; anew where somebody is asked again. */
  private Optional<Ask> reached(Application leaving, Instant now) {
    return leaving.askedAgain()
        ? Optional.ofNullable(leaving.word().reached())
            .flatMap(approver -> leaving.chain().step(approver))
            .map(step -> terms.ask(step, now))
        : leaving.asked();
  }

  /** Whether an application stands; one that another administration decides on is its affair. */
  private static boolean stands(Application earlier, Nominee nominee) {
    if (earlier == null || !earlier.state().alive()) {
      return false;
    }
    if (!Objects.equals(earlier.memberCode(), nominee.memberCode())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ANOTHER_ADMINISTRATION);
    }
    return true;
  }

  /** An administration takes its nominee back. */
  void takeBack(Application application, long actor, Statement why, Instant now) {
    if (!now.isBefore(terms.startsAt())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
    book.withdraw(application, now);
    application.takenBack(actor, why);
  }

  /**
   * The approver who is asked agrees: the next one is asked, and after the last one it gets a seat
   * or a place on the waiting list.
   *
   * @param actor null where silence agrees, or one who has no account
   */
  void approve(Application application, Long actor, Statement remark, Instant now) {
    Optional<Ask> asked = application.asked();
    if (asked.isPresent()) {
      terms.requireOpen(now);
    }
    if (application.askedAgain()) {
      application.agreedAgain(actor, remark, asking(application, now));
      return;
    }
    Optional<Step> next = asked.flatMap(ask -> application.chain().after(ask.approver()));
    if (next.isPresent()) {
      application.agreed(actor, remark, terms.ask(next.get(), now));
    } else {
      book.admit(application, now);
      application.decided(actor, remark, now);
    }
  }

  private Function<Approver, Ask> asking(Application application, Instant now) {
    return terms.asking(application.chain(), now);
  }

  /**
   * Does what time brings where nobody answers: a reminder, then others are asked too; the silence
   * of a donor agrees on its day.
   */
  void nudge(Application application, Instant now) {
    Ask ask = application.asked().filter(each -> each.ripe(now)).orElse(null);
    if (ask == null || !terms.open(now)) {
      return;
    }
    if (!ask.agreed(now)) {
      application.urged(ask.over(now) ? escalated(application, ask) : ask.reminded());
      return;
    }
    try {
      approve(application, null, Statement.remark(null), now);
    } catch (SeatRefused full) {
      // there is no seat to agree to: somebody has to say so
      application.urged(escalated(application, ask));
    }
  }

  /** Who is asked again is no longer once the session begins: what they said before stands. */
  private Ask escalated(Application application, Ask ask) {
    return application.askedAgain() ? ask.escalated(terms.startsAt()) : ask.escalated();
  }

  /** Others are asked at once where this approver is: nobody is there who could answer. */
  void escalateFrom(Approver absent, Application application) {
    application
        .asked()
        .filter(ask -> ask.approver() == absent && ask.urgency() != Ask.Urgency.ESCALATED)
        .ifPresent(ask -> application.urged(escalated(application, ask)));
  }

  /** Gives the seat or the place of one to another, which is a decision on both. */
  void replace(
      Application leaving, Application successor, long actor, Statement remark, Instant now) {
    terms.requireOpen(now);
    book.replace(leaving, successor, now);
    leaving.decided(actor, remark, now);
    successor.decided(actor, remark, now);
  }

  /**
   * Allowed after the start too, so that nobody waits for ever. Who is asked again takes back with
   * it whatever came of their first answer.
   */
  void refuse(Application application, Long actor, Statement why, Instant now) {
    if (application.askedAgain() && application.state() != ApplicationState.WAITING) {
      terms.requireOpen(now);
      book.revoke(application, now);
    } else {
      book.refuse(application, now);
    }
    application.decided(actor, why, now);
  }

  void withdraw(Application application, Instant now) {
    if (!now.isBefore(terms.startsAt())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
    book.withdraw(application, now);
    application.leftToApplicant();
  }

  /** Takes the seat that is offered. */
  void accept(Application application, Instant now) {
    terms.requireOpen(now);
    book.accept(application, now);
    application.taken();
  }

  /** Leaves the seat that is offered to others. */
  void decline(Application application, Instant now) {
    book.decline(application, now);
    application.leftToApplicant();
  }
}
