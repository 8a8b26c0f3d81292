package org.portolan.knowledge;

import java.util.List;

/**
 * A published practice in all its languages.
 *
 * @param edition number of the version
 * @param source unknown for what was published before anybody was asked for it
 * @param kind code of it; empty for none in particular
 * @param links all of them, also to what the reader may not see
 * @param texts the original first
 */
public record PracticeInFull(
    PracticeSummary summary,
    int edition,
    Source source,
    List<PracticeLink> links,
    String kind,
    List<Text> texts) {
  public PracticeInFull {
    texts = List.copyOf(texts);
  }

  /**
   * What it says in one language.
   *
   * @param stale whether the original says something else by now
   */
  public record Text(
      String language,
      String title,
      String summary,
      PracticeBody body,
      boolean original,
      boolean stale) {}
}
