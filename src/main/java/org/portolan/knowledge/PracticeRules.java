package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
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
  static final int LONGEST_SECTION = 30_000;
  static final int LONGEST_CONSENT = 200;
  private static final int MOST_LINKS = 20;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ADDRESS = 500;
  private static final int LONGEST_TARGET = 60;
  private static final String ADDRESS = "|https?://[^\\s\"<>]+";
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

  /** What a practice is to be good for. */
  enum Wanted {
    DRAFT,
    /** Shown to others for the first time: it has sections. */
    NEW,
    /** Shown to others before, when it may have had only one text. */
    SHOWN
  }

  /** Keys of messages by field, in the order of the form; empty when all is well. */
  Map<String, String> problems(PracticeEdit edit, Set<String> ownRegions, Wanted wanted) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (edit.title().isEmpty()) {
      problems.put("title", "title.missing");
    } else if (edit.title().length() > LONGEST_TITLE) {
      problems.put("title", "title.long");
    }
    if (wanted != Wanted.DRAFT && edit.summary().isEmpty()) {
      problems.put("summary", "summary.missing");
    } else if (edit.summary().length() > LONGEST_SUMMARY) {
      problems.put("summary", "summary.long");
    }
    told(edit.body(), wanted, problems);
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
    source(edit.source(), wanted != Wanted.DRAFT, problems);
    readers(edit, problems);
    links(edit.links(), problems);
    if (!edit.kind().isEmpty() && PracticeKind.of(edit.kind()).isEmpty()) {
      problems.put("kind", "kind.missing");
    }
    return problems;
  }

  private static void told(PracticeBody body, Wanted wanted, Map<String, String> problems) {
    boolean asks =
        wanted == Wanted.NEW
            || wanted == Wanted.SHOWN && (body.structured() || body.more().isEmpty());
    for (Section section : Section.values()) {
      if (asks && section.asked() && body.section(section).isEmpty()) {
        problems.put(section.code(), section.code() + ".missing");
      } else if (body.section(section).length() > LONGEST_SECTION) {
        problems.put(section.code(), "section.long");
      }
    }
    if (body.more().length() > LONGEST_BODY) {
      problems.put("body", "body.long");
    }
  }

  private void source(Source source, boolean asked, Map<String, String> problems) {
    if (asked && source.licence().isEmpty()
        || !source.licence().isEmpty() && Licence.of(source.licence()).isEmpty()) {
      problems.put("licence", "licence.missing");
    }
    if (asked && source.consentFrom().isEmpty()) {
      problems.put("consentFrom", "consentFrom.missing");
    } else if (source.consentFrom().length() > LONGEST_CONSENT) {
      problems.put("consentFrom", "consentFrom.long");
    }
    if (asked && source.consentOn().isEmpty() || !goodDay(source.consentOn())) {
      problems.put("consentOn", "consentOn.wrong");
    }
  }

  private static void readers(PracticeEdit edit, Map<String, String> problems) {
    Readers readers = Readers.of(edit.source().readers()).orElse(null);
    if (readers == null) {
      problems.put("readers", "readers.missing");
    } else if (readers == Readers.MEMBER && edit.member() == null) {
      problems.put("readers", "readers.member");
    }
  }

  private static void links(List<PracticeLink> links, Map<String, String> problems) {
    if (links.size() > MOST_LINKS) {
      problems.put("links", "links.many");
    } else if (links.stream().anyMatch(link -> link.instrument() && link.name().isEmpty())) {
      problems.put("links", "links.name");
    } else if (links.stream().anyMatch(PracticeRules::tooLong)) {
      problems.put("links", "links.long");
    } else if (links.stream().anyMatch(link -> !link.address().matches(ADDRESS))) {
      problems.put("links", "links.address");
    }
  }

  private static boolean tooLong(PracticeLink link) {
    return link.name().length() > LONGEST_NAME
        || link.reference().length() > LONGEST_NAME
        || link.address().length() > LONGEST_ADDRESS
        || link.target().length() > LONGEST_TARGET;
  }

  /** None, or one that is not ahead. */
  private boolean goodDay(String day) {
    if (day.isEmpty()) {
      return true;
    }
    try {
      return day.matches("\\d{4}-\\d\\d-\\d\\d")
          && !LocalDate.parse(day).isAfter(LocalDate.now(clock));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private boolean goodYear(String year) {
    return year.matches("[0-9]{4}")
        && Integer.parseInt(year) >= FIRST_YEAR
        && Integer.parseInt(year) <= Year.now(clock).getValue();
  }
}
