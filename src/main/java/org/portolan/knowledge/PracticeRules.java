package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.i18n.Language;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** What a practice must say: little while it is a draft, all of it when it is shown to others. */
@ApplicationScoped
class PracticeRules {
  static final int LONGEST_TITLE = 200;
  static final int LONGEST_SUMMARY = 400;
  static final int LONGEST_BODY = 100_000;
  private static final int FIRST_YEAR = 1990;

  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private Clock clock;

  PracticeRules() {}

  PracticeRules(Directory directory, ThemeNames themes, Clock clock) {
    this.directory = directory;
    this.themes = themes;
    this.clock = clock;
  }

  /** Keys of messages by field, in the order of the form; empty when all is well. */
  Map<String, String> problems(PracticeEdit edit, Set<String> ownRegions, boolean toPublish) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (edit.title().isEmpty()) {
      problems.put("title", "title.missing");
    } else if (edit.title().length() > LONGEST_TITLE) {
      problems.put("title", "title.long");
    }
    if (toPublish && edit.summary().isEmpty()) {
      problems.put("summary", "summary.missing");
    } else if (edit.summary().length() > LONGEST_SUMMARY) {
      problems.put("summary", "summary.long");
    }
    if (toPublish && edit.body().isEmpty()) {
      problems.put("body", "body.missing");
    } else if (edit.body().length() > LONGEST_BODY) {
      problems.put("body", "body.long");
    }
    if (Language.of(edit.language()).isEmpty()) {
      problems.put("language", "language.missing");
    }
    if (!ownRegions.contains(edit.region())) {
      problems.put("region", "region.missing");
    }
    if (edit.member() != null
        && directory
            .findMember(edit.member())
            .filter(member -> member.regionCode().equals(edit.region()))
            .isEmpty()) {
      problems.put("member", "member.elsewhere");
    }
    if (!themes.knows(edit.theme())) {
      problems.put("theme", "theme.missing");
    }
    if (!goodYear(edit.year())) {
      problems.put("year", "year.wrong");
    }
    return problems;
  }

  private boolean goodYear(String year) {
    return year.matches("[0-9]{4}")
        && Integer.parseInt(year) >= FIRST_YEAR
        && Integer.parseInt(year) <= Year.now(clock).getValue();
  }
}
