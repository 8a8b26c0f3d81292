package org.portolan.catalog;

/**
 * What somebody looks for at the desk of courses.
 *
 * @param words of a title in any language or of a code; null for any
 * @param state null for any
 */
public record CourseDeskFilter(String words, String state) {
  public static CourseDeskFilter everything() {
    return new CourseDeskFilter(null, null);
  }

  public boolean restricts() {
    return words != null || state != null;
  }
}
