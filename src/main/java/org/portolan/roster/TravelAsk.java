package org.portolan.roster;

import java.util.Set;

/**
 * What a session asks those who have a seat.
 *
 * @param perDiem what is paid for each day, as the centre or the donor says it, or empty
 * @param version rises with every change; nought where nothing was said yet
 */
public record TravelAsk(Set<TravelField> asked, String perDiem, long version) {
  public static final TravelAsk NOTHING = new TravelAsk(Set.of(), "", 0);
  public static final int LONGEST_PER_DIEM = 200;

  public TravelAsk {
    asked = Set.copyOf(asked);
  }
}
