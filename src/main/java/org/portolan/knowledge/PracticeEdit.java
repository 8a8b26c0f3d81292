package org.portolan.knowledge;

import java.util.Objects;

/**
 * What an editor typed, in one language, as it came from the form: kept as text so that a wrong
 * value can be shown again beside what is wrong with it.
 *
 * @param year four digits, when it is right
 */
public record PracticeEdit(
    String region,
    String member,
    String theme,
    String year,
    String language,
    String title,
    String summary,
    PracticeBody body,
    Source source) {

  public PracticeEdit {
    region = line(region);
    member = line(member).isEmpty() ? null : line(member);
    theme = line(theme);
    year = line(year);
    language = line(language);
    title = line(title);
    summary = line(summary);
  }

  /** Control characters break pages, feeds and logs; in a line of text they mean nothing. */
  static String line(String value) {
    return Objects.requireNonNullElse(value, "").replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
