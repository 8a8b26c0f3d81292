package org.portolan.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A published practice in all its languages.
 *
 * @param memberCode or null
 * @param source whose it is, what others may do with it and for whom it is
 * @param kind empty for none in particular
 * @param relations to what it is connected of what is for everybody: from the root where it is of
 *     this platform, else as it is cited or where it can be read
 * @param texts by two-letter language
 */
public record PracticeTexts(
    long id,
    String code,
    String regionCode,
    String memberCode,
    String themeCode,
    String kind,
    int year,
    Instant publishedAt,
    Source source,
    List<String> relations,
    Map<String, Words> texts) {

  public Readers readers() {
    return Readers.of(source.readers()).orElseThrow();
  }

  /**
   * The words of one language.
   *
   * @param body Markdown, all sections in a row
   */
  public record Words(String title, String summary, String body) {}
}
