package org.portolan.seat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which rules the seats of a session are given.
 *
 * @param capacity seats that the session has
 * @param margin how many more may be given, because some never come
 * @param queue how many may stand on the waiting list; 0 where there is none
 * @param offer how long an offered seat waits for its answer; zero gives the seat without asking
 * @param quiet how long before the start nobody moves up by itself any more
 * @param starts when the session begins
 * @param open false once it was cancelled: nobody moves up any more
 */
public record SeatRules(
    int capacity,
    int margin,
    int queue,
    Duration offer,
    Duration quiet,
    Instant starts,
    boolean open,
    List<Quota> quotas,
    List<Hold> holds) {
  /** Of their text, as it is kept. */
  private static final int LONGEST = 6000;

  /** Later than any offer; a database knows it too. */
  private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

  public SeatRules {
    quotas = quotas.stream().sorted().toList();
    holds = holds.stream().sorted().toList();
  }

  /** Seats and nothing else. */
  public static SeatRules plain(int capacity, Instant starts) {
    return new SeatRules(
        capacity, 0, 0, Duration.ZERO, Duration.ZERO, starts, true, List.of(), List.of());
  }

  /** Seats that may be given in all. */
  public int places() {
    return capacity + margin;
  }

  boolean movesUp(Instant now) {
    return open && now.isBefore(starts.minus(quiet));
  }

  /** Until when a seat that is offered now has to be taken: never after the start. */
  Instant offerEnd(Instant now) {
    return endOf(now.plus(offer));
  }

  /** When an offer ends that was made until then: the session may begin earlier by now. */
  Instant endOf(Instant until) {
    return until.isBefore(starts) ? until : starts;
  }

  /** Until when offers were made that are over at a moment: all of them once the session begins. */
  Instant lateAt(Instant now) {
    return now.isBefore(starts) ? now : FOR_EVER;
  }

  Optional<Instant> nextHoldEnd() {
    return holds.stream().map(Hold::until).min(Instant::compareTo);
  }

  /** The same where at least so many seats are held for a group, at least until then. */
  public SeatRules holding(Group group, int least, Instant until) {
    List<Hold> others = new ArrayList<>(holds);
    Optional<Hold> known = holds.stream().filter(each -> each.group().equals(group)).findFirst();
    known.ifPresent(others::remove);
    int count = Math.max(least, known.map(Hold::seats).orElse(0));
    Instant end = known.map(Hold::until).filter(earlier -> earlier.isAfter(until)).orElse(until);
    others.add(new Hold(group, count, end));
    return new SeatRules(capacity, margin, queue, offer, quiet, starts, open, quotas, others);
  }

  /** The same where nothing is held for anybody. */
  public SeatRules withoutHolds() {
    return new SeatRules(capacity, margin, queue, offer, quiet, starts, open, quotas, List.of());
  }

  SeatRules without(Hold hold) {
    List<Hold> others = new ArrayList<>(holds);
    others.remove(hold);
    return new SeatRules(capacity, margin, queue, offer, quiet, starts, open, quotas, others);
  }

  /**
   * The same for a session that has so many seats, begins then and is open: no quota is above its
   * seats, no more is held than it has, nothing is held after its start.
   */
  public SeatRules fitted(int seats, Instant begins, boolean takesPeople) {
    int more = Math.min(margin, seats);
    List<Hold> kept = new ArrayList<>();
    int left = seats;
    for (Hold hold : holds) {
      int held = Math.min(hold.seats(), left);
      if (held > 0) {
        Instant until = hold.until().isBefore(begins) ? hold.until() : begins;
        kept.add(new Hold(hold.group(), held, until));
        left -= held;
      }
    }
    return new SeatRules(
        seats,
        more,
        queue,
        offer,
        quiet,
        begins,
        takesPeople,
        quotas.stream()
            .map(quota -> new Quota(quota.group(), Math.min(quota.most(), seats + more)))
            .toList(),
        kept);
  }

  /**
   * The same for a session that is so many days later; what is held until a time of day is held
   * until that time on the clocks of the zone.
   */
  public SeatRules shifted(long days, ZoneId zone) {
    return new SeatRules(
        capacity,
        margin,
        queue,
        offer,
        quiet,
        later(starts, days, zone),
        true,
        quotas,
        holds.stream()
            .map(hold -> new Hold(hold.group(), hold.seats(), later(hold.until(), days, zone)))
            .toList());
  }

  private static Instant later(Instant moment, long days, ZoneId zone) {
    return moment.atZone(zone).plusDays(days).toInstant();
  }

  /** What is wrong, by part: what kind of trouble it is; empty when seats can be given by them. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (capacity < 1) {
      problems.put("capacity", "capacity");
    }
    if (margin < 0 || margin > capacity) {
      problems.put("margin", "margin");
    }
    if (queue < 0) {
      problems.put("queue", "queue");
    }
    if (offer.isNegative()) {
      problems.put("offer", "offer");
    }
    if (quiet.isNegative()) {
      problems.put("quiet", "quiet");
    }
    if (quotas.stream().anyMatch(quota -> quota.most() < 0)) {
      problems.put("quotas", "quota-negative");
    } else if (quotas.stream().anyMatch(quota -> quota.most() > places())) {
      problems.put("quotas", "quota-above");
    } else if (twice(quotas.stream().map(Quota::group))) {
      problems.put("quotas", "quota-twice");
    }
    if (holds.stream().anyMatch(hold -> hold.seats() < 1)) {
      problems.put("holds", "hold-none");
    } else if (holds.stream().mapToLong(Hold::seats).sum() > capacity) {
      problems.put("holds", "hold-above");
    } else if (holds.stream().anyMatch(hold -> hold.group().each())
        || twice(holds.stream().map(Hold::group))) {
      problems.put("holds", "hold-twice");
    } else if (holds.stream().anyMatch(hold -> hold.until().isAfter(starts))) {
      problems.put("holds", "hold-late");
    }
    if (text().length() > LONGEST) {
      problems.put("holds", "many");
    }
    return problems;
  }

  private static boolean twice(Stream<Group> groups) {
    List<Group> all = groups.toList();
    return all.stream().distinct().count() < all.size();
  }

  /** All of it in one line, always the same for the same rules. */
  public String text() {
    return Stream.of(
            Stream.of(
                "capacity=" + capacity,
                "margin=" + margin,
                "queue=" + queue,
                "offer=" + offer,
                "quiet=" + quiet,
                "starts=" + starts,
                "open=" + open),
            quotas.stream().map(quota -> "quota=" + quota.text()),
            holds.stream().map(hold -> "hold=" + hold.text()))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" "));
  }

  public static SeatRules of(String text) {
    Map<String, List<String>> parts =
        Arrays.stream(text.split(" "))
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.groupingBy(
                    part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
    return new SeatRules(
        Integer.parseInt(one(parts, "capacity")),
        Integer.parseInt(one(parts, "margin")),
        Integer.parseInt(one(parts, "queue")),
        Duration.parse(one(parts, "offer")),
        Duration.parse(one(parts, "quiet")),
        Instant.parse(one(parts, "starts")),
        Boolean.parseBoolean(one(parts, "open")),
        parts.getOrDefault("quota", List.of()).stream().map(Quota::of).toList(),
        parts.getOrDefault("hold", List.of()).stream().map(Hold::of).toList());
  }

  private static String one(Map<String, List<String>> parts, String name) {
    List<String> values = parts.getOrDefault(name, List.of());
    if (values.size() != 1) {
      throw new IllegalArgumentException("rules with " + values.size() + " of " + name);
    }
    return values.get(0);
  }
}
