package org.portolan.seat;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the applications of one session stand, told from its ledger alone. What the database keeps
 * must say the same; a line that cannot have happened is a {@link BrokenLedger}.
 */
public final class Allocation implements WaitingList {
  private static final List<ApplicationState> ALIVE =
      List.of(
          ApplicationState.APPROVED,
          ApplicationState.OFFERED,
          ApplicationState.QUEUED,
          ApplicationState.WAITING);

  private final Tally tally;
  private final SortedMap<Long, Told> candidates = new TreeMap<>();

  /** An application of which the ledger tells. */
  private static final class Told implements Candidate {
    private final long number;
    private Standing standing;

    Told(long number, Standing standing) {
      this.number = number;
      this.standing = standing;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public Standing standing() {
      return standing;
    }

    @Override
    public void stand(Standing next) {
      standing = next;
    }
  }

  private Allocation(Tally tally) {
    this.tally = tally;
  }

  /** What these lines tell, from the first on. */
  public static Allocation of(List<SeatLine> lines) {
    Allocation told = new Allocation(Tally.empty());
    lines.forEach(told::follow);
    if (told.tally.opened()) {
      told.tally.look(told);
    }
    return told;
  }

  /** One that can be changed without changing this one. */
  public Allocation copy() {
    Allocation other = new Allocation(tally.copy());
    candidates.forEach(
        (number, told) -> other.candidates.put(number, new Told(number, told.standing)));
    return other;
  }

  void follow(SeatLine line) {
    if (line.number() != tally.lines() + 1) {
      throw new BrokenLedger(line, "follows line " + tally.lines());
    }
    if (line.event() == SeatEvent.RULES || line.event() == SeatEvent.HOLD_ENDED) {
      requireRules(line);
      tally.follow(line, null);
      return;
    }
    if (!tally.opened()) {
      throw new BrokenLedger(line, "comes before any rules");
    }
    Told about =
        candidates.computeIfAbsent(line.application(), number -> new Told(number, Standing.NEW));
    if (!possible(line, about.standing)) {
      throw new BrokenLedger(line, "cannot follow " + about.standing.state());
    }
    if (takes(line, about.standing)) {
      requireSeat(line, about);
    }
    tally.follow(line, about);
  }

  private void requireRules(SeatLine line) {
    if (line.event() == SeatEvent.RULES) {
      if (tally.opened() && tally.breaks(SeatRules.of(line.detail()))) {
        throw new BrokenLedger(line, "more is taken than these rules allow");
      }
      return;
    }
    Hold hold = Hold.of(line.detail());
    if (!tally.opened()
        || !tally.rules().holds().contains(hold)
        || line.at().isBefore(hold.until())) {
      throw new BrokenLedger(line, "no such hold ends now");
    }
  }

  private boolean possible(SeatLine line, Standing now) {
    return switch (line.event()) {
      case APPLIED -> !now.alive() && !now.is(ApplicationState.REFUSED);
      case QUEUED -> now.is(ApplicationState.WAITING);
      case MOVED, CHOSEN -> now.is(ApplicationState.QUEUED);
      case OFFERED -> now.is(ApplicationState.QUEUED) || now.is(ApplicationState.WAITING);
      case SEATED ->
          now.is(ApplicationState.QUEUED)
              || now.is(ApplicationState.WAITING)
              || (now.is(ApplicationState.OFFERED) && !over(line, now));
      case REFUSED, WITHDRAWN -> now.alive();
      case REPLACED -> now.is(ApplicationState.QUEUED) || now.occupies();
      case DECLINED -> now.is(ApplicationState.OFFERED);
      case LAPSED -> now.is(ApplicationState.OFFERED) && over(line, now);
      case RULES, HOLD_ENDED -> false;
    };
  }

  /** Whether the time of an offer is over. */
  private boolean over(SeatLine line, Standing offered) {
    return !line.at().isBefore(tally.rules().endOf(offered.until()));
  }

  /** Whether a seat is taken by the line that was free before. */
  static boolean takes(SeatLine line, Standing now) {
    return !now.occupies()
        && (line.event() == SeatEvent.OFFERED
            || line.event() == SeatEvent.CHOSEN
            || line.event() == SeatEvent.SEATED);
  }

  private void requireSeat(SeatLine line, Told about) {
    tally
        .hindrance(about.standing.groups())
        .ifPresent(
            hindrance -> {
              throw new BrokenLedger(line, "no seat: " + hindrance);
            });
    Optional<Candidate> turn = first(groups -> tally.hindrance(groups).isEmpty());
    boolean passed =
        about.standing.is(ApplicationState.QUEUED)
            ? line.event() != SeatEvent.CHOSEN && turn.orElseThrow() != about
            : line.detail().isEmpty() && turn.isPresent();
    if (passed) {
      throw new BrokenLedger(line, "it was another’s turn");
    }
  }

  public Tally tally() {
    return tally;
  }

  /** How an application stands; nothing where the ledger does not know it. */
  public Optional<Standing> standing(long application) {
    return Optional.ofNullable(candidates.get(application)).map(Told::standing);
  }

  /** All of whom the ledger tells, by their numbers. */
  public List<Candidate> candidates() {
    return List.copyOf(candidates.values());
  }

  /**
   * Those of them that have a seat or wait for one: seats first, then offers, then the waiting list
   * in its order, then who waits for a decision.
   */
  public List<Candidate> alive() {
    return candidates.values().stream()
        .filter(told -> told.standing.alive())
        .sorted(
            Comparator.comparingInt((Told told) -> ALIVE.indexOf(told.standing.state()))
                .thenComparingLong(told -> told.standing.place())
                .thenComparingLong(Told::number))
        .map(Candidate.class::cast)
        .toList();
  }

  /** All of it, always the same for the same: a line each, by number of the application. */
  public String text() {
    return text(tally, candidates.values());
  }

  /** The same of what is kept elsewhere. */
  public static String text(Tally tally, Collection<? extends Candidate> byNumber) {
    return Stream.concat(
            Stream.of(
                tally.rules().text(),
                "lines=" + tally.lines() + " queued=" + tally.queued() + " taken=" + tally.taken(),
                tally.groups()),
            byNumber.stream().map(Allocation::text))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** SHA-256 of {@link #text} in lower-case hex: two that agree in it agree in all of it. */
  public String fingerprint() {
    return Sha256.hex(text());
  }

  private static String text(Candidate candidate) {
    Standing standing = candidate.standing();
    return candidate.number()
        + " "
        + standing.state().code()
        + " "
        + standing.place()
        + " "
        + (standing.until() == null ? "-" : standing.until())
        + " "
        + standing.groups().text();
  }

  /** The waiting list in its order. */
  public List<Long> queue() {
    return queued().map(Candidate::number).toList();
  }

  private Stream<Told> queued() {
    return candidates.values().stream()
        .filter(told -> told.standing.is(ApplicationState.QUEUED))
        .sorted(Comparator.comparing(told -> told.standing.place()));
  }

  @Override
  public Optional<Candidate> first(Predicate<Groups> fits) {
    return queued()
        .filter(told -> fits.test(told.standing.groups()))
        .map(Candidate.class::cast)
        .findFirst();
  }

  private Stream<Map.Entry<Instant, Told>> offers() {
    return candidates.values().stream()
        .filter(told -> told.standing.is(ApplicationState.OFFERED))
        .map(told -> Map.entry(told.standing.until(), told));
  }

  @Override
  public List<Candidate> overdue(Instant moment) {
    return offers()
        .filter(offer -> !offer.getKey().isAfter(moment))
        .sorted(Map.Entry.comparingByKey())
        .map(offer -> (Candidate) offer.getValue())
        .toList();
  }

  @Override
  public Optional<Instant> nextEnd() {
    return offers().map(Map.Entry::getKey).min(Comparator.naturalOrder());
  }

  @Override
  public long placeBefore(long place) {
    return queued()
        .mapToLong(told -> told.standing.place())
        .filter(each -> each < place)
        .max()
        .orElse(0);
  }
}
