package org.portolan.calendar.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Time slots as programs know them: one event that repeats every so many days, repetitions that are
 * left out, and slots that stand in the place of a repetition.
 *
 * <p>The first slot of a day stands in the place of the repetition on that day, and a repetition on
 * a free day is left out: so programs that let nothing be moved past its neighbours have the days
 * right. For more slots on a day there is no such place. They stand in the places of repetitions
 * after the last day, which is more than those programs take; they leave these slots out, and no
 * day is wrong.
 *
 * @param every how many days it repeats
 * @param count how often, with the first
 * @param left numbers of the repetitions that are left out; the first has none
 * @param instead what stands in the place of repetitions that do not meet it, by their numbers
 */
record Recurrence<T>(long every, int count, Set<Integer> left, Map<Integer, T> instead) {

  /** What of a session is held on which day. */
  record On<T>(LocalDate day, T held) {}

  /**
   * @param all in their order
   * @param met whether a repetition meets what is held then, by its number when it is every so many
   *     days
   */
  static <T> Recurrence<T> of(List<On<T>> all, Repeats<T> met) {
    LocalDate first = all.get(0).day();
    long every = 0;
    for (On<T> each : all) {
      every = commonDivisor(ChronoUnit.DAYS.between(first, each.day()), every);
    }
    every = Math.max(1, every);
    BiPredicate<Integer, T> meets = met.every(every);
    int places = (int) (ChronoUnit.DAYS.between(first, last(all)) / every) + 1;
    Set<Integer> free = new TreeSet<>();
    for (int i = 0; i < places; i++) {
      free.add(i);
    }
    List<T> more = new ArrayList<>();
    Map<Integer, T> instead = new TreeMap<>();
    Set<LocalDate> begun = new HashSet<>();
    for (On<T> each : all) {
      int place = (int) (ChronoUnit.DAYS.between(first, each.day()) / every);
      if (!begun.add(each.day())) {
        more.add(each.held());
      } else {
        free.remove(place);
        if (!meets.test(place, each.held())) {
          instead.put(place, each.held());
        }
      }
    }
    for (T each : more) {
      instead.put(places++, each);
    }
    return new Recurrence<>(every, places, free, instead);
  }

  /** Whether repetitions every so many days meet what is held. */
  interface Repeats<T> {
    BiPredicate<Integer, T> every(long days);
  }

  private static <T> LocalDate last(List<On<T>> all) {
    return all.get(all.size() - 1).day();
  }

  private static long commonDivisor(long one, long other) {
    return other == 0 ? one : commonDivisor(other, one % other);
  }

  String rule() {
    return "FREQ=DAILY;COUNT=" + count + (every == 1 ? "" : ";INTERVAL=" + every);
  }
}
