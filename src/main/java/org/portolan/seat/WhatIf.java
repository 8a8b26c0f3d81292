package org.portolan.seat;

import java.time.Instant;
import java.util.List;

/**
 * What other rules would bring at once, tried on a copy.
 *
 * @param possible whether they could be given; where not, nothing else is told
 * @param movingUp who would be offered a seat, or get one, in that order
 * @param freeBefore seats that nobody has now
 * @param freeAfter seats that nobody would have then
 */
public record WhatIf(boolean possible, List<Long> movingUp, int freeBefore, int freeAfter) {

  public static WhatIf tried(Allocation now, SeatRules rules, Instant moment) {
    Allocation copy = now.copy();
    SeatBook book = new SeatBook(copy.tally(), copy);
    int before = free(copy.tally());
    try {
      book.rule(rules, moment);
    } catch (SeatRefused refused) {
      return new WhatIf(false, List.of(), before, before);
    }
    List<Long> moving =
        book.written().stream()
            .filter(line -> line.event() == SeatEvent.OFFERED || line.event() == SeatEvent.SEATED)
            .map(SeatLine::application)
            .toList();
    return new WhatIf(true, moving, before, free(copy.tally()));
  }

  private static int free(Tally tally) {
    return tally.rules().places() - tally.taken();
  }
}
