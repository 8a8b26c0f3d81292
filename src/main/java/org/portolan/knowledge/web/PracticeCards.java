package org.portolan.knowledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** Puts practices into the words of the reader. */
@RequestScoped
class PracticeCards {
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Clock clock;
  @Inject private Directory directory;
  @Inject private ThemeNames themes;

  PracticeCard card(PracticeSummary practice) {
    Language reader = language.get();
    Instant date = practice.published() ? practice.publishedAt() : practice.updatedAt();
    return new PracticeCard(
        practice.code(),
        practice.title(),
        practice.summary(),
        place(practice, reader),
        themes.in(reader, practice.themeCode()),
        practice.year(),
        practice.languages(),
        practice.language(),
        Language.of(practice.language()).map(Language::direction).orElse("ltr"),
        practice.language().equals(reader.code())
            ? null
            : formats.languageName(practice.language()),
        practice.published(),
        practice.state(),
        practice.stage(),
        practice.published()
            && practice.reviewOn() != null
            && !practice.reviewOn().isAfter(LocalDate.now(clock)),
        formats.date(date.atZone(ZoneOffset.UTC).toLocalDate()));
  }

  String region(String code) {
    return region(code, language.get());
  }

  String member(String code) {
    return directory.findMember(code).map(member -> member.name().in(language.get())).orElse(code);
  }

  private String place(PracticeSummary practice, Language reader) {
    String region = region(practice.regionCode(), reader);
    return practice.memberCode() == null
        ? region
        : directory
            .findMember(practice.memberCode())
            .map(member -> member.name().in(reader) + " · " + region)
            .orElse(region);
  }

  private String region(String code, Language reader) {
    return directory.findRegion(code).map(found -> found.name().in(reader)).orElse(code);
  }
}
