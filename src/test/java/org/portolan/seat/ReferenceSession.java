package org.portolan.seat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of seats once more, in the plainest way: nothing is counted ahead, everybody is looked
 * at each time. Groups are words, quotas and holds are maps by such words.
 */
final class ReferenceSession {
  static final String FINE = "fine";

  /** A person, by what happened to them. */
  static final class Someone {
    final int number;
    String state = "nobody";
    Set<String> groups = new TreeSet<>();
    Instant until;

    Someone(int number) {
      this.number = number;
    }

    boolean sits() {
      return state.equals("approved") || state.equals("offered");
    }
  }

  /** What a session may say about its seats; holds by group: how many, until when. */
  record Terms(
      int capacity,
      int margin,
      int queue,
      Duration offer,
      Duration quiet,
      Instant starts,
      boolean open,
      Map<String, Integer> quotas,
      Map<String, Map.Entry<Integer, Instant>> holds) {}

  private Terms terms;
  private final TreeMap<String, Map.Entry<Integer, Instant>> holds = new TreeMap<>();
  private final Map<Integer, Someone> people = new LinkedHashMap<>();
  private final List<Someone> queue = new ArrayList<>();

  ReferenceSession(Terms terms) {
    this.terms = terms;
    holds.putAll(terms.holds());
  }

  Someone person(int number) {
    return people.computeIfAbsent(number, Someone::new);
  }

  List<Integer> queue() {
    return queue.stream().map(someone -> someone.number).toList();
  }

  int sitting() {
    return (int) people.values().stream().filter(Someone::sits).count();
  }

  int places() {
    return terms.capacity() + terms.margin();
  }

  /** The largest number of people of one such group that sit. */
  int sitting(String rule) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Someone each : people.values()) {
      if (each.sits()) {
        each.groups.stream()
            .filter(group -> speaksOf(rule, group))
            .forEach(group -> counts.merge(group, 1, Integer::sum));
      }
    }
    return counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
  }

  Map<String, Integer> quotas() {
    return terms.quotas();
  }

  private static boolean speaksOf(String rule, String group) {
    return rule.endsWith("*")
        ? group.startsWith(rule.substring(0, rule.length() - 1))
        : group.equals(rule);
  }

  void timeIs(Instant now) {
    boolean happened = holds.values().removeIf(hold -> !hold.getValue().isAfter(now));
    happened |= endOffers(now);
    if (happened) {
      moveUp(now);
    }
  }

  private boolean endOffers(Instant now) {
    boolean begun = !terms.starts().isAfter(now);
    List<Someone> late =
        people.values().stream()
            .filter(each -> each.state.equals("offered"))
            .filter(each -> begun || !each.until.isAfter(now))
            .toList();
    late.forEach(each -> each.state = "lapsed");
    return !late.isEmpty();
  }

  String change(Terms next, Instant now) {
    if (sitting() > next.capacity() + next.margin()
        || next.quotas().entrySet().stream().anyMatch(q -> sitting(q.getKey()) > q.getValue())) {
      return "taken-already";
    }
    terms = next;
    holds.clear();
    holds.putAll(next.holds());
    holds.values().removeIf(hold -> !hold.getValue().isAfter(now));
    endOffers(now);
    moveUp(now);
    return FINE;
  }

  String apply(int number, Set<String> groups) {
    Someone me = person(number);
    if (Set.of("waiting", "queued", "offered", "approved", "refused").contains(me.state)) {
      return "already-decided";
    }
    String no = obstacle(groups, null);
    if (!no.isEmpty() && terms.queue() == 0) {
      return no;
    }
    if (!no.isEmpty() && queue.size() >= terms.queue()) {
      return "waiting-list-full";
    }
    me.state = "waiting";
    me.groups = groups;
    return FINE;
  }

  String approve(int number, Instant now) {
    Someone me = person(number);
    if (!me.state.equals("waiting")) {
      return "already-decided";
    }
    String no = obstacle(me.groups, null);
    if (no.isEmpty() && queue.stream().allMatch(each -> !obstacle(each.groups, null).isEmpty())) {
      me.state = "approved";
      moveUp(now);
      return FINE;
    }
    if (!no.isEmpty() && terms.queue() == 0) {
      return no;
    }
    if (!no.isEmpty() && queue.size() >= terms.queue()) {
      return "waiting-list-full";
    }
    me.state = "queued";
    queue.add(me);
    return FINE;
  }

  String refuse(int number) {
    Someone me = person(number);
    if (!me.state.equals("waiting") && !me.state.equals("queued")) {
      return "already-decided";
    }
    queue.remove(me);
    me.state = "refused";
    return FINE;
  }

  String revoke(int number, Instant now) {
    String said = withdraw(number, now);
    if (said.equals(FINE)) {
      person(number).state = "refused";
    }
    return said;
  }

  String withdraw(int number, Instant now) {
    Someone me = person(number);
    if (!Set.of("waiting", "queued", "offered", "approved").contains(me.state)) {
      return "already-decided";
    }
    queue.remove(me);
    me.state = "withdrawn";
    moveUp(now);
    return FINE;
  }

  String offer(int number, Instant now) {
    Someone me = person(number);
    if (!me.state.equals("queued")) {
      return "not-on-list";
    }
    String no = obstacle(me.groups, null);
    if (!no.isEmpty()) {
      return no;
    }
    give(me, now);
    return FINE;
  }

  String accept(int number) {
    Someone me = person(number);
    if (!me.state.equals("offered")) {
      return "offer-ended";
    }
    me.state = "approved";
    return FINE;
  }

  String decline(int number, Instant now) {
    Someone me = person(number);
    if (!me.state.equals("offered")) {
      return "offer-ended";
    }
    me.state = "declined";
    moveUp(now);
    return FINE;
  }

  String move(int number, int before) {
    Someone me = person(number);
    Someone other = person(before);
    if (!me.state.equals("queued") || !other.state.equals("queued")) {
      return "not-on-list";
    }
    if (me != other) {
      queue.remove(me);
      queue.add(queue.indexOf(other), me);
    }
    return FINE;
  }

  String replace(int number, int by, Instant now) {
    Someone leaving = person(number);
    Someone successor = person(by);
    if (!leaving.state.equals("queued") && !leaving.sits()) {
      return "already-decided";
    }
    if (!successor.state.equals("waiting")) {
      return "already-decided";
    }
    if (leaving.sits()) {
      String no = obstacle(successor.groups, leaving);
      if (!no.isEmpty()) {
        return no;
      }
    } else {
      queue.set(queue.indexOf(leaving), successor);
    }
    successor.state = leaving.state;
    successor.until = leaving.until;
    leaving.state = "withdrawn";
    moveUp(now);
    return FINE;
  }

  String stepIn(int number, int by, Set<String> groups, Instant now) {
    Someone successor = person(by);
    boolean waits = person(number).state.equals("waiting");
    if (!waits && !person(number).state.equals("queued") && !person(number).sits()) {
      return "already-decided";
    }
    if (Set.of("waiting", "queued", "offered", "approved", "refused").contains(successor.state)) {
      return "already-decided";
    }
    String before = successor.state;
    Set<String> belonged = successor.groups;
    successor.state = "waiting";
    successor.groups = groups;
    if (waits) {
      person(number).state = "withdrawn";
      return FINE;
    }
    String said = replace(number, by, now);
    if (!said.equals(FINE)) {
      successor.state = before;
      successor.groups = belonged;
    }
    return said;
  }

  private void moveUp(Instant now) {
    if (!terms.open() || !now.isBefore(terms.starts().minus(terms.quiet()))) {
      return;
    }
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Someone each : List.copyOf(queue)) {
        if (obstacle(each.groups, null).isEmpty()) {
          give(each, now);
          moved = true;
          break;
        }
      }
    }
  }

  private void give(Someone someone, Instant now) {
    queue.remove(someone);
    if (terms.offer().isZero()) {
      someone.state = "approved";
      return;
    }
    someone.state = "offered";
    Instant end = now.plus(terms.offer());
    someone.until = end.isAfter(terms.starts()) ? terms.starts() : end;
  }

  /** What keeps somebody of these groups from a seat, or nothing. */
  private String obstacle(Set<String> groups, Someone asIfGone) {
    List<Someone> seated =
        people.values().stream().filter(each -> each.sits() && each != asIfGone).toList();
    if (seated.size() >= places()) {
      return "session-full";
    }
    for (Map.Entry<String, Integer> quota : terms.quotas().entrySet()) {
      for (String mine : groups) {
        if (speaksOf(quota.getKey(), mine)
            && seated.stream().filter(each -> each.groups.contains(mine)).count()
                >= quota.getValue()) {
          return "quota-full";
        }
      }
    }
    int forOthers = 0;
    for (Map.Entry<String, Map.Entry<Integer, Instant>> hold : holds.entrySet()) {
      if (!groups.contains(hold.getKey())) {
        long used = seated.stream().filter(each -> each.groups.contains(hold.getKey())).count();
        forOthers += (int) Math.max(0, hold.getValue().getKey() - used);
      }
    }
    return seated.size() + forOthers >= places() ? "seats-held" : "";
  }
}
