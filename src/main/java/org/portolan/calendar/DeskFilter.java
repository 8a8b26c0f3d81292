package org.portolan.calendar;

/**
 * What the staff of a centre look for among their sessions.
 *
 * @param words of the title of the course, in the language of the reader; null for any
 * @param centre code of one of their centres; null for all
 * @param state code of a state; null for any
 */
public record DeskFilter(String words, String centre, String state) {
  public static DeskFilter everything() {
    return new DeskFilter(null, null, null);
  }

  public boolean restricts() {
    return words != null || centre != null || state != null;
  }
}
