package org.portolan.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.drill.HistoryCheck.Finding.Kind;
import org.portolan.drill.SeatAct.Outcome;
import org.portolan.drill.SeatAct.Try;
import org.portolan.drill.SeatsAsKept.Application;
import org.portolan.drill.SeatsAsKept.Book;
import org.portolan.drill.SeatsAsKept.Line;

/**
 * Compares what clients were told with what a database keeps afterwards. It has its own reading of
 * the ledger and its own idea of the rules, and trusts nothing that the application counts.
 *
 * <p>Clients and nodes run on one machine and its one clock: what an act did happened between its
 * request and its answer.
 */
final class HistoryCheck {
  private static final Set<String> STANDING = Set.of("waiting", "queued", "offered", "approved");

  private final SeatsAsKept kept;
  private final List<SeatAct> acts;
  private final Map<Long, Application> applications = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Something that must not be. */
  record Finding(Kind kind, long session, String what) {
    enum Kind {
      /** Somebody was told that it was done, and it is not there. */
      LOST,
      /** Something is there that nobody asked for, or that was asked for once and done twice. */
      UNASKED,
      DUPLICATE,
      OVERSOLD,
      QUOTA,
      /** A seat was given that was held for others. */
      HELD,
      /** Somebody was passed on the waiting list, or waits for a seat that is free. */
      ORDER,
      /** An answer is not what happened, or not the one that the same key got before. */
      ANSWER,
      /** What is kept beside the ledger is not what it tells. */
      KEPT
    }

    String text() {
      return kind + " in session " + session + ": " + what;
    }
  }

  private HistoryCheck(List<SeatAct> acts, SeatsAsKept kept) {
    this.acts = acts;
    this.kept = kept;
    kept.applications().forEach(each -> applications.put(each.id(), each));
  }

  static List<Finding> of(List<SeatAct> acts, SeatsAsKept kept) {
    HistoryCheck check = new HistoryCheck(acts, kept);
    Map<Asked, List<Happened>> happened = new HashMap<>();
    kept.ledgers()
        .forEach(
            (session, lines) ->
                check.new Retold(session)
                    .follow(lines)
                    .forEach(
                        (asked, some) ->
                            happened.computeIfAbsent(asked, k -> new ArrayList<>()).addAll(some)));
    check.duplicates();
    check.answers();
    check.matched(happened);
    return check.findings;
  }

  private void find(Kind kind, long session, String what) {
    findings.add(new Finding(kind, session, what));
  }

  /**
   * What somebody has to ask for before it may happen.
   *
   * @param wish what exactly, where a centre asks; else empty
   */
  private record Asked(SeatAct.Kind kind, long session, long person, String wish) {
    Asked(SeatAct.Kind kind, long session, long person) {
      this(kind, session, person, "");
    }

    static Asked by(SeatAct act) {
      return new Asked(
          act.kind(),
          act.session(),
          act.person(),
          act.kind() == SeatAct.Kind.RULE ? Rules.of(act.wish()).beside() : act.wish());
    }
  }

  /**
   * Something that happened because it was asked for.
   *
   * @param came the state that the application had when it was done
   */
  private record Happened(Line line, String came) {}

  private void duplicates() {
    kept.applications().stream()
        .collect(Collectors.groupingBy(each -> each.session() + " " + each.person()))
        .values()
        .stream()
        .filter(same -> same.size() > 1)
        .forEach(
            same ->
                find(Kind.DUPLICATE, same.get(0).session(), "one person has applications " + same));
  }

  private void answers() {
    for (SeatAct act : acts) {
      List<String> done =
          act.tries().stream()
              .filter(one -> one.outcome() == Outcome.DONE)
              .map(Try::answer)
              .distinct()
              .toList();
      if (act.key() != null && done.size() > 1) {
        find(Kind.ANSWER, act.session(), "the same key was answered " + done + ": " + act.text());
      }
    }
  }

  /** Every act that was acknowledged happened, and all that happened was asked for, once. */
  private void matched(Map<Asked, List<Happened>> happened) {
    Map<Asked, List<SeatAct>> asked =
        acts.stream().filter(SeatAct::possible).collect(Collectors.groupingBy(Asked::by));
    happened.forEach(
        (what, all) -> {
          List<SeatAct> open = new ArrayList<>(asked.getOrDefault(what, List.of()));
          all.stream()
              .sorted(Comparator.comparing(each -> each.line().at()))
              .forEach(each -> match(each, what, open));
          asked.put(what, open);
        });
    asked.forEach((what, open) -> open.forEach(act -> unmatched(act, happened.get(what))));
  }

  private void match(Happened what, Asked asked, List<SeatAct> open) {
    Instant at = what.line().at();
    SeatAct act =
        open.stream()
            .filter(each -> !at.isBefore(each.begin()) && !at.isAfter(each.end()))
            .min(Comparator.comparing(SeatAct::end))
            .orElse(null);
    if (act == null) {
      find(Kind.UNASKED, asked.session(), asked + ": " + what.line());
      return;
    }
    open.remove(act);
    if (act.application() != 0 && act.application() != what.line().application()) {
      find(Kind.ANSWER, asked.session(), what.line() + " was told as " + act.text());
    }
    if (asked.kind() == SeatAct.Kind.APPLY
        && act.acknowledged()
        && act.tries().stream()
            .filter(one -> one.outcome() == Outcome.DONE)
            .noneMatch(one -> one.answer().contains("\"state\":\"" + what.came() + "\""))) {
      find(Kind.ANSWER, asked.session(), what + " was told as " + act.text());
    }
  }

  private void unmatched(SeatAct act, List<Happened> same) {
    if (!act.acknowledged()) {
      return;
    }
    boolean stood =
        !act.fresh()
            && act.kind() == SeatAct.Kind.APPLY
            && Stream.ofNullable(same)
                .flatMap(List::stream)
                .anyMatch(
                    each ->
                        each.line().application() == act.application()
                            && !each.line().at().isAfter(act.end()));
    if (!stood) {
      find(Kind.LOST, act.session(), act.text());
    }
  }

  /** The ledger of one session, told again from its first line. */
  private final class Retold {
    private final long session;
    private final Map<Asked, List<Happened>> happened = new HashMap<>();
    private final Map<Long, Stand> stands = new TreeMap<>();
    private Rules rules;
    private Line before;

    /** Whether the deed that is told changed the rules. */
    private boolean ruled;

    /** How an application stands. */
    private record Stand(String state, List<String> groups, long place) {
      boolean sits() {
        return state.equals("approved") || state.equals("offered");
      }
    }

    Retold(long session) {
      this.session = session;
    }

    Map<Asked, List<Happened>> follow(List<Line> lines) {
      for (Line line : lines) {
        if (line.number() != (before == null ? 1 : before.number() + 1)) {
          find(Kind.KEPT, session, "a line is missing before " + line);
        }
        if (ruled && !line.at().equals(before.at())) {
          movedUp(before);
        }
        switch (line.event()) {
          case "rules" -> ruled(line);
          case "hold-ended" -> rules = rules.without(line.detail());
          default -> one(line);
        }
        before = line;
      }
      compare();
      return happened;
    }

    /** A centre asked for it, and not for less than is taken. */
    private void ruled(Line line) {
      Rules next = Rules.of(line.detail());
      if (rules != null) {
        boolean planned = next.capacity() != rules.capacity();
        if (planned && !next.beside().equals(rules.beside())) {
          find(Kind.UNASKED, session, "other seats, and rules that nobody gave: " + line);
        }
        happened
            .computeIfAbsent(
                planned
                    ? new Asked(SeatAct.Kind.PLAN, session, 0, Integer.toString(next.capacity()))
                    : new Asked(SeatAct.Kind.RULE, session, 0, next.beside()),
                k -> new ArrayList<>())
            .add(new Happened(line, ""));
        ruled = true;
      }
      rules = next;
      if (sitting() > rules.places()) {
        find(Kind.OVERSOLD, session, "more is taken than the rules allow: " + line);
      }
      for (Counted quota : rules.quotas()) {
        boolean above =
            stands.values().stream()
                .flatMap(stand -> stand.groups().stream())
                .filter(quota::means)
                .anyMatch(group -> taken(group) > quota.seats());
        if (above) {
          find(Kind.QUOTA, session, "more is taken than " + quota + " allows: " + line);
        }
      }
    }

    /** Whoever may have a seat by other rules got it, or an offer, in the same deed. */
    private void movedUp(Line last) {
      ruled = false;
      stands.forEach(
          (number, stand) -> {
            if (stand.state().equals("queued") && hindered(stand.groups()) == null) {
              find(Kind.ORDER, session, number + " was left behind by other rules: " + last);
            }
          });
    }

    private long sitting() {
      return stands.values().stream().filter(Stand::sits).count();
    }

    private void one(Line line) {
      Stand was = stands.getOrDefault(line.application(), new Stand("", List.of(), 0));
      Stand is = next(line, was);
      if (line.event().equals("applied") && STANDING.contains(was.state())) {
        find(Kind.DUPLICATE, session, "applied for again while it stood: " + line);
      }
      if (is.sits() && !was.sits() && !line.detail().equals("in-place")) {
        seat(line, was);
      }
      if (is.state().equals("queued")
          && !was.state().equals("queued")
          && count("queued") >= rules.queue()) {
        find(Kind.ORDER, session, "the waiting list is longer than it may be: " + line);
      }
      stands.put(line.application(), is);
      asked(line, was, is);
    }

    private static Stand next(Line line, Stand was) {
      return switch (line.event()) {
        case "applied" -> new Stand("waiting", List.of(line.detail().split(" ")), 0);
        case "queued", "moved" ->
            new Stand(
                "queued",
                was.groups(),
                line.detail().isEmpty() ? line.number() << 20 : Long.parseLong(line.detail()));
        case "offered" -> new Stand("offered", was.groups(), 0);
        case "chosen" ->
            new Stand(line.detail().isEmpty() ? "approved" : "offered", was.groups(), 0);
        case "seated" -> new Stand("approved", was.groups(), 0);
        case "replaced" -> new Stand("withdrawn", was.groups(), 0);
        default -> new Stand(line.event(), was.groups(), 0);
      };
    }

    private void seat(Line line, Stand was) {
      Kind hindered = hindered(was.groups());
      if (hindered != null) {
        find(hindered, session, "no seat was left for " + was.groups() + ": " + line);
      }
      if (line.event().equals("chosen")) {
        return;
      }
      stands.forEach(
          (other, stand) -> {
            boolean earlier = !was.state().equals("queued") || stand.place() < was.place();
            if (stand.state().equals("queued")
                && other != line.application()
                && earlier
                && hindered(stand.groups()) == null) {
              find(Kind.ORDER, session, "it was the turn of " + other + ": " + line);
            }
          });
    }

    /** What keeps somebody of these groups from a seat, or null. */
    private Kind hindered(List<String> groups) {
      long taken = sitting();
      if (taken >= rules.places()) {
        return Kind.OVERSOLD;
      }
      for (Counted quota : rules.quotas()) {
        List<String> meant = groups.stream().filter(quota::means).toList();
        if (!meant.isEmpty() && taken(meant.get(0)) >= quota.seats()) {
          return Kind.QUOTA;
        }
      }
      long held =
          rules.holds().stream()
              .filter(hold -> groups.stream().noneMatch(hold::means))
              .mapToLong(hold -> Math.max(0, hold.seats() - taken(hold.group())))
              .sum();
      return taken + held >= rules.places() ? Kind.HELD : null;
    }

    private long taken(String group) {
      return stands.values().stream()
          .filter(Stand::sits)
          .filter(stand -> stand.groups().contains(group))
          .count();
    }

    private long count(String state) {
      return stands.values().stream().filter(stand -> stand.state().equals(state)).count();
    }

    /** Notes what somebody must have asked for, if it did not come by a rule. */
    private void asked(Line line, Stand was, Stand is) {
      boolean atOnce =
          before != null
              && before.event().equals("applied")
              && before.application() == line.application()
              && before.at().equals(line.at());
      SeatAct.Kind kind =
          switch (line.event()) {
            case "applied" -> SeatAct.Kind.APPLY;
            case "seated", "queued" ->
                was.state().equals("offered")
                    ? SeatAct.Kind.ACCEPT
                    : was.state().equals("waiting") && !atOnce ? SeatAct.Kind.APPROVE : null;
            case "refused" -> SeatAct.Kind.REFUSE;
            case "withdrawn" -> SeatAct.Kind.WITHDRAW;
            case "declined" -> SeatAct.Kind.DECLINE;
            default -> null;
          };
      Application about = applications.get(line.application());
      if (about == null || about.session() != session) {
        find(Kind.KEPT, session, "about no application of this session: " + line);
        return;
      }
      if (atOnce) {
        // the act that applied got more than a place to wait
        List<Happened> same = happened.get(new Asked(SeatAct.Kind.APPLY, session, about.person()));
        same.set(same.size() - 1, new Happened(before, is.state()));
      }
      if (kind != null) {
        happened
            .computeIfAbsent(new Asked(kind, session, about.person()), k -> new ArrayList<>())
            .add(new Happened(line, is.state()));
      }
    }

    private void compare() {
      if (rules == null) {
        return;
      }
      for (Application each : applications.values()) {
        if (each.session() == session) {
          Stand told = stands.get(each.id());
          if (told == null || !told.state().equals(each.state())) {
            find(Kind.KEPT, session, each + ", but the ledger tells " + told);
          } else if (!each.groups().equals(Set.copyOf(told.groups()))) {
            find(Kind.KEPT, session, each + " was counted as " + told);
          }
        }
      }
      Book told = new Book(before.number(), (int) count("queued"), (int) sitting());
      Book book = kept.books().get(session);
      if (book != null && !book.equals(told)) {
        find(Kind.KEPT, session, "counted as " + book + ", but the ledger tells " + told);
      }
      stands.forEach(
          (number, stand) -> {
            if (stand.state().equals("queued") && hindered(stand.groups()) == null) {
              find(Kind.ORDER, session, number + " waits for a seat that is free");
            }
          });
    }
  }

  /** How many seats a group may have at most, or has for itself. */
  private record Counted(String group, int seats) {
    static Counted of(String text) {
      int colon = text.lastIndexOf(':');
      return new Counted(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    boolean means(String own) {
      return group.endsWith(":*")
          ? own.startsWith(group.substring(0, group.length() - 1))
          : own.equals(group);
    }
  }

  /**
   * @param beside all of it but the number of seats, which belongs to the plan of the session
   */
  private record Rules(
      int capacity,
      int margin,
      int queue,
      List<Counted> quotas,
      List<Counted> holds,
      String beside) {
    static Rules of(String text) {
      List<Counted> quotas = new ArrayList<>();
      List<Counted> holds = new ArrayList<>();
      Map<String, Integer> numbers = new HashMap<>();
      for (String part : text.split(" ")) {
        String[] named = part.split("=", 2);
        switch (named[0].toLowerCase(Locale.ROOT)) {
          case "quota" -> quotas.add(Counted.of(named[1]));
          case "hold" -> holds.add(Counted.of(named[1].split("@")[0]));
          case "capacity", "margin", "queue" -> numbers.put(named[0], Integer.parseInt(named[1]));
          default -> {
            // says nothing about how many
          }
        }
      }
      return new Rules(
          numbers.get("capacity"),
          numbers.get("margin"),
          numbers.get("queue"),
          quotas,
          holds,
          text.replaceFirst("capacity=\\d+ ", ""));
    }

    int places() {
      return capacity + margin;
    }

    Rules without(String hold) {
      List<Counted> left = new ArrayList<>(holds);
      left.remove(Counted.of(hold.split("@")[0]));
      return new Rules(capacity, margin, queue, quotas, left, beside.replace(" hold=" + hold, ""));
    }
  }
}
