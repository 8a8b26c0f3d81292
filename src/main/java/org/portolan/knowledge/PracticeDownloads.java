package org.portolan.knowledge;

/** How often practices and their files are taken; known to whoever counts. */
public interface PracticeDownloads {
  /**
   * Somebody took a practice on paper. Never in the way of whoever takes it.
   *
   * @param language of the paper
   */
  void paperTaken(long practice, String language);

  /** How often a practice on paper or one of its files was taken, in all. */
  long taken(long practice);
}
