package org.portolan.knowledge;

import java.util.List;
import org.portolan.platform.web.TypedLine;

/**
 * What an editor typed, in one language, as it came from the form: kept as text so that a wrong
 * value can be shown again beside what is wrong with it.
 *
 * @param kind code of a {@link PracticeKind}; empty for none in particular
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
    Source source,
    List<PracticeLink> links,
    String kind) {

  /** Of no particular kind, and connected to nothing. */
  public PracticeEdit(
      String region,
      String member,
      String theme,
      String year,
      String language,
      String title,
      String summary,
      PracticeBody body,
      Source source) {
    this(region, member, theme, year, language, title, summary, body, source, List.of(), "");
  }

  public PracticeEdit {
    region = TypedLine.of(region);
    member = TypedLine.of(member).isEmpty() ? null : TypedLine.of(member);
    theme = TypedLine.of(theme);
    year = TypedLine.of(year);
    language = TypedLine.of(language);
    title = TypedLine.of(title);
    summary = TypedLine.of(summary);
    links = List.copyOf(links);
    kind = TypedLine.of(kind);
  }
}
