package org.portolan.seat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the ledger of a session adds up to: its rules, and how many seats are taken, in all and by
 * group. Everything in it follows from the lines; it is kept so that nobody has to add them up for
 * every application.
 */
public final class Tally {
  /** Between two neighbours on the waiting list there is room for this many moves, halved. */
  private static final int STEP_BITS = 20;

  private SeatRules rules;
  private long lines;
  private int queued;
  private int taken;
  private Instant due;
  private final SortedMap<Group, Integer> byGroup = new TreeMap<>();

  /** A session of which nothing has been written yet. */
  public static Tally empty() {
    return new Tally();
  }

  private Tally() {}

  /**
   * As it was kept.
   *
   * @param byGroup as {@link #groups} gives it
   * @param due as {@link #due()} gives it
   */
  public static Tally kept(
      String rules, long lines, int queued, int taken, String byGroup, Instant due) {
    Tally tally = new Tally();
    tally.rules = SeatRules.of(rules);
    tally.lines = lines;
    tally.queued = queued;
    tally.taken = taken;
    tally.due = due;
    if (!byGroup.isEmpty()) {
      Arrays.stream(byGroup.split(" "))
          .map(Quota::of)
          .forEach(counted -> tally.byGroup.put(counted.group(), counted.most()));
    }
    return tally;
  }

  /** Does what a line tells: where the application stands, and what is counted. */
  void follow(SeatLine line, Candidate candidate) {
    lines = line.number();
    switch (line.event()) {
      case RULES -> rules = SeatRules.of(line.detail());
      case HOLD_ENDED -> rules = rules.without(Hold.of(line.detail()));
      default -> {
        count(candidate.standing(), -1);
        candidate.stand(next(candidate.standing(), line));
        count(candidate.standing(), 1);
      }
    }
  }

  private static Standing next(Standing now, SeatLine line) {
    return switch (line.event()) {
      case APPLIED -> now.waiting(Groups.of(line.detail()));
      case QUEUED, MOVED -> now.queued(place(line));
      case OFFERED -> now.offered(Instant.parse(line.detail()));
      case CHOSEN ->
          line.detail().isEmpty()
              ? now.entered(ApplicationState.APPROVED)
              : now.offered(Instant.parse(line.detail()));
      case SEATED -> now.entered(ApplicationState.APPROVED);
      case REFUSED -> now.entered(ApplicationState.REFUSED);
      case WITHDRAWN, REPLACED -> now.entered(ApplicationState.WITHDRAWN);
      case DECLINED -> now.entered(ApplicationState.DECLINED);
      case LAPSED -> now.entered(ApplicationState.LAPSED);
      case RULES, HOLD_ENDED -> throw new IllegalArgumentException(line.text());
    };
  }

  private static long place(SeatLine line) {
    return line.detail().isEmpty() ? line.number() << STEP_BITS : Long.parseLong(line.detail());
  }

  private void count(Standing standing, int one) {
    if (standing.is(ApplicationState.QUEUED)) {
      queued += one;
    }
    if (standing.occupies()) {
      taken += one;
      for (Group group : standing.groups().all()) {
        byGroup.merge(group, one, Integer::sum);
        byGroup.remove(group, 0);
      }
    }
  }

  /** What keeps somebody of these groups from a seat; nothing where there is one for them. */
  public Optional<Hindrance> hindrance(Groups groups) {
    if (taken >= rules.places()) {
      return Optional.of(new Hindrance(Hindrance.Kind.FULL, null, rules.places()));
    }
    for (Quota quota : rules.quotas()) {
      Optional<Group> own = groups.meant(quota.group());
      if (own.isPresent() && taken(own.get()) >= quota.most()) {
        return Optional.of(new Hindrance(Hindrance.Kind.QUOTA, own.get(), quota.most()));
      }
    }
    int held = 0;
    for (Hold hold : rules.holds()) {
      held += groups.in(hold.group()) ? 0 : stillHeld(hold);
      if (taken + held >= rules.places()) {
        return Optional.of(new Hindrance(Hindrance.Kind.HELD, hold.group(), stillHeld(hold)));
      }
    }
    return Optional.empty();
  }

  /** What would come of an application of somebody of these groups. */
  public Prospect prospect(Groups groups) {
    Optional<Hindrance> hindrance = hindrance(groups);
    return new Prospect(
        hindrance, hindrance.flatMap(this::turnedAway).map(SeatRefused::kind), queued);
  }

  /** Why one who is kept from a seat cannot wait for one either; nothing where they can. */
  Optional<SeatRefused> turnedAway(Hindrance hindrance) {
    if (queued < rules.queue()) {
      return Optional.empty();
    }
    return Optional.of(
        rules.queue() == 0
            ? SeatRefused.by(hindrance)
            : new SeatRefused(SeatRefused.Kind.QUEUE_FULL));
  }

  /** As it would be if one that takes a seat did not. */
  Tally without(Standing standing) {
    Tally other = copy();
    other.count(standing, -1);
    return other;
  }

  Tally copy() {
    Tally other = new Tally();
    other.rules = rules;
    other.lines = lines;
    other.queued = queued;
    other.taken = taken;
    other.due = due;
    other.byGroup.putAll(byGroup);
    return other;
  }

  private int stillHeld(Hold hold) {
    return Math.max(0, hold.seats() - taken(hold.group()));
  }

  /** Whether so many seats are taken already that these rules would be broken at once. */
  boolean breaks(SeatRules next) {
    return taken > next.places()
        || next.quotas().stream().anyMatch(quota -> most(quota.group()) > quota.most());
  }

  private int most(Group group) {
    return byGroup.entrySet().stream()
        .filter(each -> each.getKey().kind() == group.kind())
        .filter(each -> group.each() || each.getKey().equals(group))
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  public SeatRules rules() {
    return rules;
  }

  /** Whether the session has rules yet, which is what its first line gives it. */
  public boolean opened() {
    return rules != null;
  }

  /** How many lines the ledger has. */
  public long lines() {
    return lines;
  }

  public int queued() {
    return queued;
  }

  /** Seats that are given or offered. */
  public int taken() {
    return taken;
  }

  public int taken(Group group) {
    return byGroup.getOrDefault(group, 0);
  }

  /** By group, in one line. */
  public String groups() {
    return byGroup.entrySet().stream()
        .map(each -> new Quota(each.getKey(), each.getValue()).text())
        .collect(Collectors.joining(" "));
  }

  /** When something happens by itself next: an offer or a hold ends; null where nothing will. */
  public Instant due() {
    return due;
  }

  /** Looks when time brings something next. */
  void look(WaitingList list) {
    Instant offers = list.nextEnd().map(rules::endOf).orElse(null);
    Instant holds = rules.nextHoldEnd().orElse(null);
    due = offers == null || (holds != null && holds.isBefore(offers)) ? holds : offers;
  }

  void due(Instant moment) {
    due = moment;
  }
}
