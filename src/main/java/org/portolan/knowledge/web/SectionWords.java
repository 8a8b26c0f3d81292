package org.portolan.knowledge.web;

import org.portolan.knowledge.PracticeKind;
import org.portolan.knowledge.Section;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/** What the sections of a practice are called, and what belongs there, by the kind of it. */
final class SectionWords {
  private SectionWords() {}

  /**
   * @param kind code of it; anything else has the common names
   */
  static String heading(String kind, Section section, Language language) {
    return Texts.text(
        language,
        named(kind, section)
            ? "knowledge.template." + kind + "." + section.code()
            : "knowledge.section." + section.code());
  }

  static String guidance(String kind, Section section, Language language) {
    return Texts.text(
        language,
        named(kind, section)
            ? "knowledge.template.hint." + kind + "." + section.code()
            : "knowledge.section.hint." + section.code());
  }

  private static boolean named(String kind, Section section) {
    return PracticeKind.of(kind).filter(each -> each.names(section)).isPresent();
  }
}
