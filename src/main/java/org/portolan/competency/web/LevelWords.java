package org.portolan.competency.web;

import org.portolan.competency.CompetencyLevel;
import org.portolan.platform.i18n.Texts;

/** The levels of competencies in words. */
final class LevelWords {
  private LevelWords() {}

  static String of(Texts texts, int number) {
    CompetencyLevel level = CompetencyLevel.of(number).orElseThrow();
    return texts.of2(
        "competency.level.short", number, texts.word("competency.level", level.code()));
  }
}
