package org.portolan.seat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The book of one session, held by whoever changes it: takes applications, gives seats, keeps the
 * waiting list, and writes a line for all of it. Nothing changes without a line, and after each
 * change nobody waits for a seat that could be theirs.
 */
public final class SeatBook {
  /** Detail of a line by which somebody sits down on the seat of another. */
  static final String IN_PLACE = "in-place";

  private final Tally tally;
  private final WaitingList list;
  private final List<Written> written = new ArrayList<>();

  /** A line whose application may get its number only when it is kept. */
  private record Written(long number, SeatEvent event, Candidate about, Instant at, String detail) {
    SeatLine line() {
      return new SeatLine(number, event, about == null ? 0 : about.number(), at, detail);
    }

    /** Whom it is about, where they wait for a seat now. */
    Stream<Candidate> queued() {
      return Stream.ofNullable(about).filter(each -> each.standing().is(ApplicationState.QUEUED));
    }
  }

  public SeatBook(Tally tally, WaitingList list) {
    this.tally = tally;
    this.list = list;
  }

  /** What was written since the book was opened. */
  public List<SeatLine> written() {
    return written.stream().map(Written::line).toList();
  }

  public Tally tally() {
    return tally;
  }

  /**
   * Gives the session other rules, or its first.
   *
   * @throws SeatRefused where they make no sense, or more is taken than they would allow
   */
  public void rule(SeatRules rules, Instant now) {
    if (!rules.problems().isEmpty()) {
      throw new SeatRefused(SeatRefused.Kind.NO_SUCH_RULES);
    }
    if (tally.breaks(rules)) {
      throw new SeatRefused(SeatRefused.Kind.TAKEN_ALREADY);
    }
    write(SeatEvent.RULES, null, now, rules.text());
    tally.look(list);
    settle(now);
    moveUp(now);
  }

  /** Does what time has brought: ends holds and offers, and lets others move up. */
  public void settle(Instant now) {
    if (tally.due() == null || now.isBefore(tally.due())) {
      return;
    }
    for (Hold hold : tally.rules().holds()) {
      if (!hold.until().isAfter(now)) {
        write(SeatEvent.HOLD_ENDED, null, now, hold.text());
      }
    }
    for (Candidate late : list.overdue(tally.rules().lateAt(now))) {
      write(SeatEvent.LAPSED, late, now, "");
    }
    tally.look(list);
    moveUp(now);
  }

  /**
   * Takes an application, for the first time or again.
   *
   * @throws SeatRefused where it was refused before, or neither a seat nor a place on the waiting
   *     list is left for these groups
   */
  public void apply(Candidate candidate, Groups groups, Instant now) {
    requireNew(candidate.standing());
    Optional<Hindrance> hindrance = tally.hindrance(groups);
    if (hindrance.isPresent()) {
      requireRoomToQueue(hindrance.get());
    }
    write(SeatEvent.APPLIED, candidate, now, groups.text());
  }

  /**
   * Gives an application to which everybody agreed a seat, or a place on the waiting list.
   *
   * @throws SeatRefused where nobody has to decide on it, or there is neither
   */
  public void admit(Candidate candidate, Instant now) {
    require(candidate, ApplicationState.WAITING, SeatRefused.Kind.ALREADY_DECIDED);
    Optional<Hindrance> hindrance = tally.hindrance(candidate.standing().groups());
    if (hindrance.isPresent()) {
      requireRoomToQueue(hindrance.get());
      write(SeatEvent.QUEUED, candidate, now, "");
    } else if (first().isPresent()) {
      // shortly before the start nobody moves up by itself, and nobody passes those who wait
      write(SeatEvent.QUEUED, candidate, now, "");
    } else {
      write(SeatEvent.SEATED, candidate, now, "");
      // one who belongs to two groups for which seats are held takes one from both
      moveUp(now);
    }
  }

  /** Ends an application that waits for a decision or a seat. */
  public void refuse(Candidate candidate, Instant now) {
    Standing standing = candidate.standing();
    if (!standing.is(ApplicationState.WAITING) && !standing.is(ApplicationState.QUEUED)) {
      throw new SeatRefused(SeatRefused.Kind.ALREADY_DECIDED);
    }
    write(SeatEvent.REFUSED, candidate, now, "");
  }

  /**
   * Ends an application to which somebody no longer agrees; a seat that it had is there for others.
   */
  public void revoke(Candidate candidate, Instant now) {
    requireAlive(candidate);
    write(SeatEvent.REFUSED, candidate, now, "");
    moveUp(now);
  }

  /** Takes an application back; a seat that it had is there for others. */
  public void withdraw(Candidate candidate, Instant now) {
    requireAlive(candidate);
    write(SeatEvent.WITHDRAWN, candidate, now, "");
    moveUp(now);
  }

  /**
   * Offers a seat to one on the waiting list, whoever else is before it: what a person decides, not
   * a rule.
   */
  public void offer(Candidate candidate, Instant now) {
    require(candidate, ApplicationState.QUEUED, SeatRefused.Kind.NOT_ON_LIST);
    tally
        .hindrance(candidate.standing().groups())
        .ifPresent(
            hindrance -> {
              throw SeatRefused.by(hindrance);
            });
    give(SeatEvent.CHOSEN, candidate, now);
  }

  /** Takes the seat that was offered. */
  public void accept(Candidate candidate, Instant now) {
    require(candidate, ApplicationState.OFFERED, SeatRefused.Kind.OFFER_ENDED);
    if (!now.isBefore(tally.rules().endOf(candidate.standing().until()))) {
      throw new SeatRefused(SeatRefused.Kind.OFFER_ENDED);
    }
    write(SeatEvent.SEATED, candidate, now, "");
  }

  /** Leaves the seat that was offered to others. */
  public void decline(Candidate candidate, Instant now) {
    require(candidate, ApplicationState.OFFERED, SeatRefused.Kind.OFFER_ENDED);
    write(SeatEvent.DECLINED, candidate, now, "");
    moveUp(now);
  }

  /** Puts one on the waiting list directly before another. */
  public void move(Candidate candidate, Candidate before, Instant now) {
    require(candidate, ApplicationState.QUEUED, SeatRefused.Kind.NOT_ON_LIST);
    require(before, ApplicationState.QUEUED, SeatRefused.Kind.NOT_ON_LIST);
    long upper = before.standing().place();
    long lower = list.placeBefore(upper);
    if (candidate.standing().place() == lower || candidate == before) {
      return;
    }
    long between = lower + (upper - lower) / 2;
    if (between == lower) {
      throw new SeatRefused(SeatRefused.Kind.NOT_ON_LIST);
    }
    write(SeatEvent.MOVED, candidate, now, Long.toString(between));
  }

  /**
   * Lets another step into the seat, the offer or the place of one who cannot come.
   *
   * @param successor waits for a decision
   * @throws SeatRefused where a quota or a hold keeps the successor from it
   */
  public void replace(Candidate leaving, Candidate successor, Instant now) {
    requirePlace(leaving.standing());
    require(successor, ApplicationState.WAITING, SeatRefused.Kind.ALREADY_DECIDED);
    requireSeatFor(successor.standing().groups(), leaving.standing());
    takeOver(leaving, successor, now);
  }

  /**
   * The same for one who has not applied: what they take over is room enough for them, also the
   * place of one who still waits for a decision.
   *
   * @param groups to which the successor belongs
   */
  public void stepIn(Candidate leaving, Candidate successor, Groups groups, Instant now) {
    boolean waits = leaving.standing().is(ApplicationState.WAITING);
    if (!waits) {
      requirePlace(leaving.standing());
    }
    requireNew(successor.standing());
    if (waits) {
      write(SeatEvent.WITHDRAWN, leaving, now, "");
      write(SeatEvent.APPLIED, successor, now, groups.text());
      return;
    }
    requireSeatFor(groups, leaving.standing());
    write(SeatEvent.APPLIED, successor, now, groups.text());
    takeOver(leaving, successor, now);
  }

  private static void requireAlive(Candidate candidate) {
    if (!candidate.standing().alive()) {
      throw new SeatRefused(SeatRefused.Kind.ALREADY_DECIDED);
    }
  }

  private static void requirePlace(Standing place) {
    if (!place.is(ApplicationState.QUEUED) && !place.occupies()) {
      throw new SeatRefused(SeatRefused.Kind.ALREADY_DECIDED);
    }
  }

  private void requireSeatFor(Groups groups, Standing place) {
    if (place.occupies()) {
      tally
          .without(place)
          .hindrance(groups)
          .ifPresent(
              hindrance -> {
                throw SeatRefused.by(hindrance);
              });
    }
  }

  private static void requireNew(Standing standing) {
    if (standing.alive() || standing.is(ApplicationState.REFUSED)) {
      throw new SeatRefused(SeatRefused.Kind.ALREADY_DECIDED);
    }
  }

  private void takeOver(Candidate leaving, Candidate successor, Instant now) {
    Standing place = leaving.standing();
    write(SeatEvent.REPLACED, leaving, now, "");
    switch (place.state()) {
      case QUEUED -> write(SeatEvent.QUEUED, successor, now, Long.toString(place.place()));
      case OFFERED -> write(SeatEvent.OFFERED, successor, now, place.until().toString());
      default -> write(SeatEvent.SEATED, successor, now, IN_PLACE);
    }
    moveUp(now);
  }

  private void moveUp(Instant now) {
    if (!tally.rules().movesUp(now)) {
      return;
    }
    for (Optional<Candidate> next = first(); next.isPresent(); next = first()) {
      boolean asked = !tally.rules().offer().isZero();
      give(asked ? SeatEvent.OFFERED : SeatEvent.SEATED, next.get(), now);
    }
  }

  /** The first on the waiting list for whom there is a seat. */
  private Optional<Candidate> first() {
    if (tally.queued() == 0 || tally.taken() >= tally.rules().places()) {
      return Optional.empty();
    }
    Predicate<Groups> fits = groups -> tally.hindrance(groups).isEmpty();
    // who came with what is done now is on no list yet; whoever fits on it was there before
    return list.first(fits)
        .or(
            () ->
                written.stream()
                    .flatMap(Written::queued)
                    .filter(each -> fits.test(each.standing().groups()))
                    .findFirst());
  }

  private void give(SeatEvent how, Candidate candidate, Instant now) {
    if (tally.rules().offer().isZero()) {
      write(how, candidate, now, "");
      return;
    }
    Instant end = tally.rules().offerEnd(now).truncatedTo(ChronoUnit.MICROS);
    write(how, candidate, now, end.toString());
    if (tally.due() == null || end.isBefore(tally.due())) {
      tally.due(end);
    }
  }

  private void requireRoomToQueue(Hindrance hindrance) {
    Optional<SeatRefused> refusal = tally.turnedAway(hindrance);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  private static void require(Candidate candidate, ApplicationState state, SeatRefused.Kind kind) {
    if (!candidate.standing().is(state)) {
      throw new SeatRefused(kind);
    }
  }

  private void write(SeatEvent event, Candidate about, Instant now, String detail) {
    Written line =
        new Written(tally.lines() + 1, event, about, now.truncatedTo(ChronoUnit.MICROS), detail);
    written.add(line);
    tally.follow(new SeatLine(line.number, event, 0, line.at, detail), about);
  }
}
