package org.portolan.calendar.web;

import java.util.List;

/**
 * A session as a view of the calendar shows it, in the words of the reader.
 *
 * @param look classes of the style sheet: the family of its theme, its state
 * @param state in a word where it is not simply coming, else empty
 * @param time hours of the day on which it is shown
 * @param when its days and hours
 * @param place city of its centre, or that it is online
 */
public record ShownSession(
    long id,
    String title,
    String language,
    String look,
    String state,
    String time,
    String when,
    String place) {

  /** Its hours one by one, each with the comma before the next: none is broken in two. */
  public List<String> hours() {
    return List.of(time.split("(?<=[,،]) "));
  }
}
