package org.portolan.calendar.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts spans that may overlap into lanes, so that those of one lane do not: each goes into the
 * first lane that is free where it begins.
 */
final class Lanes {
  private Lanes() {}

  /** From a column to another, both of which it takes. */
  record Span(int from, int to) {
    Span {
      if (to < from) {
        throw new IllegalArgumentException(from + " to " + to);
      }
    }
  }

  /**
   * The lane of each span, counted from 1. As few as there are spans over one column at most, where
   * the spans come in the order in which they begin.
   */
  static List<Integer> of(List<Span> spans) {
    List<Integer> taken = new ArrayList<>();
    List<Integer> lanes = new ArrayList<>(spans.size());
    for (Span span : spans) {
      int lane = 0;
      while (lane < taken.size() && taken.get(lane) >= span.from()) {
        lane++;
      }
      if (lane == taken.size()) {
        taken.add(span.to());
      } else {
        taken.set(lane, span.to());
      }
      lanes.add(lane + 1);
    }
    return lanes;
  }
}
