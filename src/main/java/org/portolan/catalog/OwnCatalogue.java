package org.portolan.catalog;

import java.util.List;

/**
 * What suits the person who asks.
 *
 * @param profile the code of the job profile that was taken, or null
 * @param guessed whether it was told from the post that their profile names
 * @param courses in their order, each in the words of the reader
 */
public record OwnCatalogue(String profile, boolean guessed, List<Suiting> courses) {

  /** A course and why it is shown. */
  public record Suiting(CourseSummary course, List<FittingReason> reasons) {}
}
