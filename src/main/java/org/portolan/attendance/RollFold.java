package org.portolan.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portolan.platform.security.Token;

/**
 * What the marks of a session add up to, whatever the order in which they came. Of two marks for
 * the same person and half-day the later one holds, by the clock of the server; of two of one
 * tablet the one that it made later, whatever its clock said; of two at the same moment that of the
 * tablet whose name comes later. What somebody said at the door of themselves gives way to whatever
 * those who call the roll noted, earlier or later. The others stay where they are.
 */
final class RollFold {
  private final Map<Attendee, Map<String, Mark>> held = new TreeMap<>();

  private record Timed(Mark mark, Instant at) {
    private static final Comparator<Timed> LATER =
        Comparator.comparing(Timed::at)
            .thenComparing(timed -> timed.mark().device())
            .thenComparing(timed -> timed.mark().sent().counter())
            .thenComparing(timed -> timed.mark().sent().id());
  }

  RollFold(Collection<Mark> marks) {
    for (Timed each : timed(marks)) {
      if (each.mark().counts()) {
        held.computeIfAbsent(each.mark().attendee(), any -> new TreeMap<>())
            .merge(each.mark().sent().half(), each.mark(), RollFold::stronger);
      }
    }
  }

  private static Mark stronger(Mark before, Mark later) {
    return later.atTheDoor() && !before.atTheDoor() ? before : later;
  }

  /** In the order in which they hold: a tablet's own never go back behind each other. */
  private static List<Timed> timed(Collection<Mark> marks) {
    Map<String, Instant> latest = new HashMap<>();
    List<Timed> timed = new ArrayList<>();
    marks.stream()
        .sorted(
            Comparator.comparing(Mark::device)
                .thenComparing(mark -> mark.sent().counter())
                .thenComparing(mark -> mark.sent().id()))
        .forEach(
            mark ->
                timed.add(
                    new Timed(
                        mark,
                        latest.merge(
                            mark.device(),
                            mark.markedAt(),
                            (one, other) -> one.isAfter(other) ? one : other))));
    timed.sort(Timed.LATER);
    return timed;
  }

  /** By person and code of the half-day. */
  Map<Attendee, Map<String, Mark>> held() {
    return held;
  }

  /** Names all of it: the same for the same attendance, however it came about. */
  String digest() {
    StringBuilder text = new StringBuilder();
    held.forEach(
        (who, halves) ->
            halves.forEach(
                (half, mark) ->
                    text.append(half)
                        .append(' ')
                        .append(who.code())
                        .append(' ')
                        .append(mark.sent().presence().code())
                        .append('\n')));
    return Token.sha256(text.toString());
  }
}
