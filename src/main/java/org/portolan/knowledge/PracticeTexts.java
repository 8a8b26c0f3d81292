package org.portolan.knowledge;

import java.time.Instant;
import java.util.Map;

/**
 * A published practice in all its languages.
 *
 * @param memberCode or null
 * @param readers for whom it is
 * @param texts by two-letter language
 */
public record PracticeTexts(
    long id,
    String code,
    String regionCode,
    String memberCode,
    String themeCode,
    int year,
    Instant publishedAt,
    Readers readers,
    Map<String, Words> texts) {

  /**
   * The words of one language.
   *
   * @param body Markdown, all sections in a row
   */
  public record Words(String title, String summary, String body) {}
}
