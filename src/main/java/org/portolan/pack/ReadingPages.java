package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.collection.CollectionInFull;
import org.portolan.collection.CollectionText;
import org.portolan.knowledge.Licence;
import org.portolan.knowledge.PracticeInFull;
import org.portolan.knowledge.Section;
import org.portolan.pack.ReadingPack.Listed;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Markdown;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** The pages of a collection that is read from a folder: no script, no address but those of it. */
@ApplicationScoped
class ReadingPages {
  private static final int BELOW_SECTION = 3;

  static final String STYLE =
      """
      :root{color-scheme:light dark;--ground:#fbfaf7;--ink:#16242f;--muted:#4c5a66;--sea:#0f4c75;--line:#c9d0d6}
      @media(prefers-color-scheme:dark){:root{--ground:#101b24;--ink:#e8edf1;--muted:#a9b6c1;--sea:#8cc4ee;--line:#3a4a57}}
      body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Naskh Arabic","Noto Sans SC",sans-serif}
      [lang=ar]{line-height:1.7}
      main,header,footer{max-width:44rem;margin-inline:auto;padding:0 1rem}
      header{padding-block:1rem 0}
      footer{margin-block-start:2rem;padding-block:1rem 2rem;border-block-start:1px solid var(--line);color:var(--muted)}
      h1{font-size:1.75rem;line-height:1.25;margin-block:1rem .5rem}h2{font-size:1.25rem;margin-block:1.5rem .5rem}h3{font-size:1.05rem}
      a{color:var(--sea)}a:focus-visible{outline:3px solid #b8590a;outline-offset:2px}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin-block:1rem}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
      table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:start}
      p,li,h1,h2,h3{overflow-wrap:anywhere}ol.all{padding-inline-start:1.5rem}ol.all li{margin-block:.75rem}.muted{color:var(--muted)}.lede{font-size:1.1rem}
      @media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-block-end:.5rem}}
      @media print{a{color:inherit}}
      """;

  @Inject private Markdown markdown;
  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private Installation installation;

  /** Where a language is chosen. */
  String beginning(CollectionInFull collection, Collection<Language> languages) {
    StringBuilder page = new StringBuilder();
    Language first = languages.stream().findFirst().orElse(Language.EN);
    CollectionText title = text(collection, first);
    begin(page, first, title.title(), "style.css");
    page.append("<main><h1>").append(escaped(title.title())).append("</h1>\n<ul>\n");
    for (Language language : languages) {
      page.append(
          "<li><a href=\"%s/index.html\" lang=\"%s\" dir=\"%s\" hreflang=\"%s\">%s</a></li>\n"
              .formatted(
                  language.code(),
                  language.code(),
                  language.direction(),
                  language.code(),
                  escaped(language.ownName() + " · " + text(collection, language).title())));
    }
    page.append("</ul></main>\n");
    return end(page, escaped(installation.baseUrl()));
  }

  /** All practices as a reader of a language finds them. */
  String contents(
      CollectionInFull collection, Language language, List<Listed> all, LocalDate asOf) {
    StringBuilder page = new StringBuilder();
    CollectionText about = text(collection, language);
    String written = languageOf(collection, language);
    begin(page, language, about.title(), "../style.css");
    page.append("<header><a href=\"../index.html\">")
        .append(word(language, "languages.title"))
        .append("</a></header>\n<main><div")
        .append(inLanguage(written, language))
        .append("><h1>")
        .append(escaped(about.title()))
        .append("</h1>\n")
        .append(linked(markdown.html(about.words(), 2)))
        .append("</div>\n<h2>")
        .append(word(language, "contents"))
        .append("</h2>\n<ol class=\"all\">\n");
    for (Listed each : all) {
      PracticeInFull.Text text = each.text(language);
      page.append(
              "<li><a href=\"../%s\"%s>%s</a>"
                  .formatted(
                      each.page(text),
                      inLanguage(text.language(), language),
                      escaped(text.title())))
          .append(
              "<br><span%s>%s</span>"
                  .formatted(inLanguage(text.language(), language), escaped(text.summary())));
      if (!text.language().equals(language.code())) {
        page.append("<br><span class=\"muted\">")
            .append(
                escaped(
                    Texts.format(language, "pack.reading.only", names(language, each.practice()))))
            .append("</span>");
      }
      page.append("</li>\n");
    }
    page.append("</ol></main>\n");
    return end(
        page,
        escaped(
            Texts.format(
                language,
                "pack.reading.as-of",
                new Dates(language).date(asOf),
                installation.baseUrl())));
  }

  /** One practice in one of its languages. */
  String practice(Listed listed, PracticeInFull.Text text, List<PackedFile> files, Instant since) {
    PracticeInFull practice = listed.practice();
    Language language = Language.of(text.language()).orElse(Language.EN);
    StringBuilder page = new StringBuilder();
    begin(page, language, text.title(), "../style.css");
    page.append("<header><a href=\"index.html\">")
        .append(word(language, "back"))
        .append("</a></header>\n<main><h1>")
        .append(escaped(text.title()))
        .append("</h1>\n<p class=\"lede\">")
        .append(escaped(text.summary()))
        .append("</p>\n");
    facts(page, listed, text, language);
    if (text.stale()) {
      page.append("<p class=\"muted\">").append(word(language, "stale")).append("</p>\n");
    }
    for (Section section : Section.values()) {
      if (section == Section.CONTACT) {
        page.append(linked(markdown.html(text.body().more()))).append('\n');
      }
      String words = text.body().section(section);
      if (!words.isEmpty()) {
        page.append("<h2>")
            .append(escaped(Texts.text(language, "knowledge.section." + section.code())))
            .append("</h2>\n")
            .append(linked(markdown.html(words, BELOW_SECTION)))
            .append('\n');
      }
    }
    files(page, files, language);
    page.append("</main>\n");
    return end(page, attribution(practice, language, since));
  }

  private void facts(
      StringBuilder page, Listed listed, PracticeInFull.Text text, Language language) {
    PracticeInFull practice = listed.practice();
    String region =
        directory
            .findRegion(practice.summary().regionCode())
            .map(found -> found.name().in(language))
            .orElse(practice.summary().regionCode());
    String member =
        practice.summary().memberCode() == null
            ? ""
            : directory
                .findMember(practice.summary().memberCode())
                .map(found -> found.name().in(language) + " · ")
                .orElse("");
    page.append("<dl>\n");
    fact(page, language, "where", escaped(member + region));
    fact(page, language, "theme", escaped(themes.in(language, practice.summary().themeCode())));
    fact(page, language, "year", String.valueOf(practice.summary().year()));
    fact(page, language, "version", String.valueOf(practice.edition()));
    StringBuilder others = new StringBuilder();
    for (PracticeInFull.Text other : practice.texts()) {
      if (!other.language().equals(text.language())) {
        others
            .append(others.isEmpty() ? "" : " · ")
            .append(
                "<a href=\"../%s\" lang=\"%s\" hreflang=\"%s\">%s</a>"
                    .formatted(
                        listed.page(other),
                        other.language(),
                        other.language(),
                        escaped(
                            Language.of(other.language())
                                .map(Language::ownName)
                                .orElse(other.language()))));
      }
    }
    if (!others.isEmpty()) {
      fact(page, language, "languages", others.toString());
    }
    page.append("</dl>\n");
  }

  private static void fact(StringBuilder page, Language language, String key, String html) {
    page.append("<dt>")
        .append(word(language, key))
        .append("</dt><dd>")
        .append(html)
        .append("</dd>\n");
  }

  private static void files(StringBuilder page, List<PackedFile> files, Language language) {
    if (files.isEmpty()) {
      return;
    }
    page.append("<h2>").append(word(language, "files")).append("</h2>\n<ul>\n");
    for (PackedFile file : files) {
      page.append(
          "<li><a href=\"../%s\"%s>%s</a> <span class=\"muted\" dir=\"ltr\">%s</span></li>\n"
              .formatted(
                  file.entry(),
                  inLanguage(file.language(), language),
                  escaped(file.title()),
                  escaped(file.name())));
    }
    page.append("</ul>\n");
  }

  /** Under what others may use it, whose it is, and where it stands. */
  private String attribution(PracticeInFull practice, Language language, Instant since) {
    StringBuilder said = new StringBuilder("<dl>\n");
    Licence licence = Licence.of(practice.source().licence()).orElse(null);
    String name =
        licence == null
            ? word(language, "none")
            : licence.label() == null
                ? escaped(Texts.text(language, "knowledge.licence." + licence.code()))
                : "<a rel=\"license\" href=\"%s\">%s</a>"
                    .formatted(licence.address(), escaped(licence.label()));
    fact(said, language, "licence", name);
    Dates dates = new Dates(language);
    if (!practice.source().consentFrom().isEmpty()) {
      String agreed =
          practice.source().consentOn().isEmpty()
              ? ""
              : ", " + dates.date(LocalDate.parse(practice.source().consentOn()));
      fact(
          said,
          language,
          "source",
          "<bdi>" + escaped(practice.source().consentFrom()) + "</bdi>" + escaped(agreed));
    }
    String address = installation.baseUrl() + "/knowledge/" + practice.summary().code();
    fact(
        said,
        language,
        "address",
        "<a href=\"%1$s\"><bdi dir=\"ltr\">%1$s</bdi></a>".formatted(escaped(address)));
    said.append("</dl>\n<p>")
        .append(
            escaped(
                Texts.format(
                    language,
                    "pack.reading.as-of",
                    dates.date(since.atZone(ZoneOffset.UTC).toLocalDate()),
                    installation.baseUrl())))
        .append("</p>");
    return said.toString();
  }

  private static void begin(StringBuilder page, Language language, String title, String style) {
    page.append(
        """
        <!DOCTYPE html>
        <html lang="%s" dir="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title><link rel="stylesheet" href="%s"></head>
        <body>
        """
            .formatted(language.code(), language.direction(), escaped(title), style));
  }

  private static String end(StringBuilder page, String footer) {
    return page.append("<footer>")
        .append(footer)
        .append("</footer>\n</body>\n</html>\n")
        .toString();
  }

  /** Addresses of this installation are whole where a text leaves them short. */
  private String linked(String html) {
    return html.replace("href=\"/", "href=\"" + escaped(installation.baseUrl()) + "/");
  }

  private static CollectionText text(CollectionInFull collection, Language language) {
    return collection.texts().get(languageOf(collection, language));
  }

  private static String languageOf(CollectionInFull collection, Language language) {
    Map<String, CollectionText> texts = collection.texts();
    return texts.containsKey(language.code())
        ? language.code()
        : texts.containsKey(Language.EN.code())
            ? Language.EN.code()
            : texts.keySet().iterator().next();
  }

  /** Nothing where it is the language of the page. */
  private static String inLanguage(String language, Language page) {
    return language.equals(page.code())
        ? ""
        : " lang=\"%s\" dir=\"%s\""
            .formatted(language, Language.of(language).map(Language::direction).orElse("ltr"));
  }

  private static String names(Language language, PracticeInFull practice) {
    return practice.texts().stream()
        .map(text -> Texts.text(language, "platform.language." + text.language()))
        .collect(Collectors.joining(" · "));
  }

  private static String word(Language language, String key) {
    return escaped(Texts.text(language, "pack.reading." + key));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
