package org.portolan.seat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One random life of a session: what the subject says after each deed is held against the
 * reference, and what the ledger tells against both. Public, so that it can be run on planted
 * mistakes too.
 */
public final class SeatModelRun {
  /** So many people take part, numbered from 0. */
  public static final int PEOPLE = 12;

  private final Random random;
  private final SeatSubject subject;
  private Instant now;
  private ReferenceSession reference;

  private SeatModelRun(long seed, SeatSubject subject) {
    this.random = new Random(seed);
    this.subject = subject;
    this.now = subject.opens();
  }

  /** The first disagreement of the book in memory in so many deeds, or null where there is none. */
  public static String disagreement(long seed, int deeds) {
    return disagreement(seed, deeds, new BookInMemory());
  }

  /** The same for any subject. */
  public static String disagreement(long seed, int deeds, SeatSubject subject) {
    try {
      return new SeatModelRun(seed, subject).live(deeds);
    } catch (RuntimeException e) {
      return "seed " + seed + ": " + e;
    }
  }

  private String live(int deeds) {
    ReferenceSession.Terms first = terms();
    reference = new ReferenceSession(first);
    subject.timeIs(now);
    both("rules", ReferenceSession.FINE, subject.rule(rules(first)));
    for (int i = 0; i < deeds; i++) {
      now = now.plusSeconds(random.nextInt(5400));
      String what = step();
      String difference = difference();
      if (difference != null) {
        return "deed " + i + " (" + what + "): " + difference;
      }
    }
    return null;
  }

  private String step() {
    reference.timeIs(now);
    subject.timeIs(now);
    int deed = random.nextInt(100);
    int one = somebody(usual(deed));
    int other = somebody(others(deed));
    if (deed < 28) {
      Set<String> groups = subject.groups(one, random);
      String expected = reference.apply(one, groups);
      return both("apply " + one + groups, expected, subject.apply(one, groups));
    }
    if (deed < 54) {
      return both("approve " + one, reference.approve(one, now), subject.approve(one));
    }
    if (deed < 56) {
      return both("refuse " + one, reference.refuse(one), subject.refuse(one));
    }
    if (deed < 58) {
      return both("revoke " + one, reference.revoke(one, now), subject.revoke(one));
    }
    if (deed < 66) {
      return both("withdraw " + one, reference.withdraw(one, now), subject.withdraw(one));
    }
    if (deed < 69) {
      return both("offer " + one, reference.offer(one, now), subject.offer(one));
    }
    if (deed < 76) {
      return both("accept " + one, reference.accept(one), subject.accept(one));
    }
    if (deed < 80) {
      return both("decline " + one, reference.decline(one, now), subject.decline(one));
    }
    if (deed < 84) {
      String expected = reference.move(one, other);
      return both("move " + one + " before " + other, expected, subject.move(one, other));
    }
    if (deed < 87) {
      if (!subject.mayReplace(one, other)) {
        return "nothing";
      }
      String expected = reference.replace(one, other, now);
      return both("replace " + one + " by " + other, expected, subject.replace(one, other));
    }
    if (deed < 91) {
      if (!subject.mayStepIn(one, other)) {
        return "nothing";
      }
      Set<String> groups = subject.groups(other, random);
      String expected = reference.stepIn(one, other, groups, now);
      return both(
          "step in for " + one + " " + other + groups,
          expected,
          subject.stepIn(one, other, groups));
    }
    ReferenceSession.Terms next = terms();
    String expected = reference.change(next, now);
    return both("rules " + rules(next).text(), expected, subject.rule(rules(next)));
  }

  private static Set<String> others(int deed) {
    if (deed < 84) {
      return Set.of("queued");
    }
    return deed < 87 ? Set.of("waiting") : Set.of("nobody", "withdrawn", "declined", "lapsed");
  }

  /** To whom a deed is done who makes sense of it. */
  private static Set<String> usual(int deed) {
    if (deed < 28) {
      return Set.of("nobody", "withdrawn", "declined", "lapsed");
    }
    if (deed < 56) {
      return Set.of("waiting");
    }
    if (deed < 66) {
      return Set.of("approved", "offered", "queued");
    }
    if (deed < 69 || deed >= 80 && deed < 84) {
      return Set.of("queued");
    }
    return deed < 80 ? Set.of("offered") : Set.of("approved", "offered", "queued");
  }

  /** Mostly one in such a state, where there is one, and now and then anybody. */
  private int somebody(Set<String> states) {
    List<Integer> such =
        IntStream.range(0, PEOPLE)
            .filter(person -> states.contains(reference.person(person).state))
            .boxed()
            .toList();
    return such.isEmpty() || random.nextInt(3) == 0
        ? random.nextInt(PEOPLE)
        : such.get(random.nextInt(such.size()));
  }

  private String both(String what, String expected, String said) {
    if (!said.equals(expected)) {
      throw new IllegalStateException(what + " at " + now + ": " + said + ", not " + expected);
    }
    return what + ": " + said;
  }

  private String difference() {
    for (int person = 0; person < PEOPLE; person++) {
      ReferenceSession.Someone someone = reference.person(person);
      SeatSubject.Stands stands = subject.stands(person);
      if (!stands.state().equals(someone.state)) {
        return person + " is " + stands.state() + ", not " + someone.state;
      }
      if (stands.state().equals("offered") && !stands.until().equals(someone.until)) {
        return person + " until " + stands.until() + ", not " + someone.until;
      }
    }
    if (!subject.queue().equals(reference.queue())) {
      return "queue " + subject.queue() + ", not " + reference.queue();
    }
    if (subject.taken() != reference.sitting() || subject.taken() > reference.places()) {
      return "taken " + subject.taken() + " of " + reference.places();
    }
    for (Map.Entry<String, Integer> quota : reference.quotas().entrySet()) {
      if (reference.sitting(quota.getKey()) > quota.getValue()) {
        return "above the quota " + quota;
      }
    }
    String told = Allocation.of(subject.ledger()).text();
    String kept = subject.kept();
    return told.equals(kept) ? null : "the ledger tells\n" + told + "not\n" + kept;
  }

  private ReferenceSession.Terms terms() {
    int capacity = 1 + random.nextInt(6);
    int margin = Math.min(capacity, random.nextInt(3) / 2);
    Map<String, Integer> quotas = new TreeMap<>();
    for (String group : subject.quotaGroups()) {
      if (random.nextInt(4) == 0) {
        quotas.put(group, random.nextInt(capacity + 1));
      }
    }
    Instant starts =
        subject.mayMove() && random.nextInt(3) == 0
            ? subject.opens().plus(Duration.ofHours(6L + random.nextInt(66)))
            : subject.starts();
    Map<String, Map.Entry<Integer, Instant>> holds = new TreeMap<>();
    int left = capacity;
    for (String group : subject.holdGroups()) {
      if (left > 0 && random.nextInt(5) == 0) {
        int seats = 1 + random.nextInt(left);
        left -= seats;
        Instant until = subject.opens().plus(Duration.ofMinutes(random.nextInt(4320)));
        holds.put(group, Map.entry(seats, until.isAfter(starts) ? starts : until));
      }
    }
    Duration last = Duration.between(subject.opens(), starts);
    return new ReferenceSession.Terms(
        capacity,
        margin,
        random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(6),
        random.nextInt(3) == 0 ? Duration.ZERO : Duration.ofMinutes(30L + random.nextInt(600)),
        random.nextInt(3) == 0
            ? last.minusMinutes(random.nextInt((int) last.toMinutes()))
            : Duration.ZERO,
        starts,
        !subject.mayClose() || random.nextInt(8) > 0,
        quotas,
        holds);
  }

  private static SeatRules rules(ReferenceSession.Terms terms) {
    return new SeatRules(
        terms.capacity(),
        terms.margin(),
        terms.queue(),
        terms.offer(),
        terms.quiet(),
        terms.starts(),
        terms.open(),
        terms.quotas().entrySet().stream()
            .map(each -> new Quota(Group.of(each.getKey()), each.getValue()))
            .toList(),
        terms.holds().entrySet().stream()
            .map(
                each ->
                    new Hold(
                        Group.of(each.getKey()),
                        each.getValue().getKey(),
                        each.getValue().getValue()))
            .toList());
  }
}
