package org.portolan.catalog;

import java.time.Instant;
import java.util.List;

/**
 * A course as its own page shows it, with the whole text.
 *
 * @param memberCode the Member that hosts its centre, or null
 * @param themes the one under which it is filed first
 * @param sponsorCode the body that pays for it, or null
 * @param requires what must have been done before
 * @param successor what took its place where it is retired, or null
 */
public record CourseDetail(
    CourseFacts facts,
    CourseState state,
    CatalogueKind catalogue,
    String memberCode,
    List<String> themes,
    List<Audience> audiences,
    String sponsorCode,
    List<GivenCompetency> gives,
    List<CourseTitle> requires,
    CourseTitle successor,
    CourseWords words,
    List<LanguageText> texts,
    Instant updatedAt) {

  public List<String> languages() {
    return texts.stream().map(LanguageText::language).toList();
  }

  public boolean retired() {
    return state == CourseState.RETIRED;
  }

  /** Whether the words tell an older edition than the text in the first language. */
  public boolean stale() {
    return texts.stream()
        .anyMatch(text -> text.stale() && text.language().equals(words.language()));
  }

  /** The language of the text that the others follow. */
  public String masterLanguage() {
    return texts.stream()
        .filter(LanguageText::master)
        .map(LanguageText::language)
        .findFirst()
        .orElse(words.language());
  }
}
