package org.portolan.calendar;

import java.time.LocalDate;

/**
 * Days on which a centre cannot hold sessions; a hint, which hinders nobody.
 *
 * @param kind a word for the key of a text: {@code intake}, {@code closure}
 * @param words what the centre calls it
 */
public record BlockedTime(String kind, LocalDate firstDay, LocalDate lastDay, String words) {

  public boolean meets(LocalDate first, LocalDate last) {
    return !firstDay.isAfter(last) && !lastDay.isBefore(first);
  }
}
