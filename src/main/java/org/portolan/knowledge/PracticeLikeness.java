package org.portolan.knowledge;

import org.portolan.platform.likeness.WordSet;

/**
 * How much two practices are alike in the language in which they are most alike, so that an editor
 * hears of what somebody else wrote already.
 *
 * @param title from 0 to 1
 * @param text likewise
 */
record PracticeLikeness(double title, double text) {
  /** Measured on the practices of the demo world: none of them is said to be another. */
  static final double NEAR = 0.55;

  private static final double TITLE = 0.4;
  private static final double TEXT = 0.6;
  private static final PracticeLikeness NONE = new PracticeLikeness(0, 0);

  static PracticeLikeness of(PracticeContent one, PracticeContent other) {
    PracticeLikeness most = NONE;
    for (PracticeWords text : one.texts()) {
      PracticeLikeness found =
          other.text(text.language()).map(words -> of(text, words)).orElse(NONE);
      if (found.score() > most.score()) {
        most = found;
      }
    }
    return most;
  }

  private static PracticeLikeness of(PracticeWords one, PracticeWords other) {
    return new PracticeLikeness(
        WordSet.shingles(one.title()).likeness(WordSet.shingles(other.title())),
        words(one).likeness(words(other)));
  }

  private static WordSet words(PracticeWords text) {
    return WordSet.of(text.summary() + "\n" + text.body().whole());
  }

  double score() {
    return TITLE * title + TEXT * text;
  }
}
