package org.portolan.catalog;

/**
 * What is wrong with a field, or stands in the way.
 *
 * @param key of a message below {@code catalog.error}
 * @param detail what it is about, as part of the message; may be empty
 */
public record CourseProblem(String key, String detail) {
  CourseProblem(String key) {
    this(key, "");
  }
}
