package org.portolan.knowledge;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.platform.storage.ContentLibrary.MarkdownFile;
import org.portolan.region.Directory;

/** Lays down the practices of the demo world, where there is one. */
@ApplicationScoped
class SamplePractices {
  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private ContentLibrary content;
  @Inject private Installation installation;
  @Inject private Directory directory;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(310) SchemaReady ready) {
    if (!installation.demo()) {
      return;
    }
    Map<String, List<MarkdownFile>> files =
        content.texts("sample/practices").stream()
            .collect(
                Collectors.groupingBy(file -> file.get("code"), TreeMap::new, Collectors.toList()));
    Map<String, Long> known = Rows.idsByCode(dataSource, "practice");
    // what is there may have been edited since: it is left as it is
    files.keySet().removeAll(known.keySet());
    Rows practices =
        Rows.into("practice", "code")
            .columns("code", "region_code", "member_code", "theme_code", "practice_year")
            .columns("state", "published_at", "updated_at", "edition_at", "review_on")
            .columns(
                "licence", "consent_from", "consent_on", "readers", "kind", "links", "version");
    Map<String, List<PracticeLink>> links = links();
    files.forEach(
        (code, texts) ->
            add(
                practices,
                code,
                texts.get(0),
                links.getOrDefault(code, List.of()),
                LocalDateTime.now(clock)));
    practices.insert(dataSource);

    Map<String, Long> ids = Rows.idsByCode(dataSource, "practice");
    Rows words =
        Rows.into("practice_text", "practice_id")
            .columns("practice_id", "language", "title", "summary", "body", "original")
            .columns("context", "problem", "done", "result", "cost", "conditions", "contact");
    files.forEach(
        (code, texts) -> {
          Set<String> languages =
              texts.stream().map(file -> file.get("language")).collect(Collectors.toSet());
          String original = originalLanguage(code, languages);
          texts.forEach(
              file -> {
                PracticeBody body = SampleText.read(file.body());
                words.add(
                    ids.get(code),
                    file.get("language"),
                    file.get("title"),
                    file.get("summary"),
                    body.more(),
                    file.get("language").equals(original),
                    body.section(Section.CONTEXT),
                    body.section(Section.PROBLEM),
                    body.section(Section.DONE),
                    body.section(Section.RESULT),
                    body.section(Section.COST),
                    body.section(Section.CONDITIONS),
                    body.section(Section.CONTACT));
              });
        });
    words.insert(dataSource);

    Rows ends = Rows.into("practice_link", "practice_id").columns("practice_id", "kind", "target");
    links.keySet().retainAll(files.keySet());
    links.forEach(
        (code, all) ->
            all.stream()
                .filter(link -> !link.instrument())
                .forEach(link -> ends.add(ids.get(code), link.kind().code(), link.target())));
    ends.insert(dataSource);
  }

  private Map<String, List<PracticeLink>> links() {
    return content.rows("sample/practice-links.csv").stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getField("practice"),
                TreeMap::new,
                Collectors.mapping(SamplePractices::link, Collectors.toList())));
  }

  private static PracticeLink link(NamedCsvRecord row) {
    LinkKind kind = LinkKind.of(row.getField("kind")).orElseThrow();
    return kind == LinkKind.INSTRUMENT
        ? PracticeLink.toInstrument(
            row.getField("name"), row.getField("reference"), row.getField("address"))
        : PracticeLink.to(kind, row.getField("target"), row.getField("relation"));
  }

  private void add(
      Rows practices, String code, MarkdownFile file, List<PracticeLink> links, LocalDateTime now) {
    int year = Integer.parseInt(file.get("year"));
    LocalDateTime published = publishedAt(code, year, now);
    practices.add(
        code,
        file.get("region"),
        file.get("member"),
        file.get("theme"),
        year,
        Practice.PUBLISHED,
        published,
        published,
        published,
        reviewOn(code, published, now),
        Licence.CC_BY.code(),
        directory
            .findMember(file.get("member"))
            .map(member -> member.name().in(Language.EN))
            .orElse(file.get("member")),
        published.minusDays(20).toLocalDate(),
        file.head().getOrDefault("readers", Readers.ALL.code()),
        file.head().getOrDefault("kind", ""),
        links.isEmpty() ? "" : ContentJson.writeLinks(links),
        1);
  }

  /**
   * Some months into the year after the practice, spread by number, so that lists look lived in.
   */
  static LocalDateTime publishedAt(String code, int year, LocalDateTime now) {
    int number = number(code);
    LocalDateTime day =
        LocalDateTime.of(year + 1, 1, 8, 8, 0)
            .plusDays(number * 37L % 290)
            .plusMinutes(number * 11L);
    LocalDateTime latest = now.minusDays(2 + number * 3L % 120);
    return day.isAfter(latest) ? latest : day;
  }

  /** Each was looked at again in time, but for a few that wait for it since some days. */
  static LocalDate reviewOn(String code, LocalDateTime published, LocalDateTime now) {
    if (number(code) % 12 == 0) {
      return now.minusDays(1 + number(code) % 28).toLocalDate();
    }
    LocalDateTime next = published.plusMonths(Practice.REVIEW_MONTHS);
    while (!next.isAfter(now)) {
      next = next.plusMonths(Practice.REVIEW_MONTHS);
    }
    return next.toLocalDate();
  }

  /** The language a practice was written in; the others are translations. */
  static String originalLanguage(String code, Set<String> languages) {
    if (languages.size() == 1) {
      return languages.iterator().next();
    }
    int number = number(code);
    String original =
        number <= 16 || number == 37 || number == 38
            ? "en"
            : number <= 28 || number == 39 ? "fr" : number <= 40 ? "pt" : "";
    return languages.contains(original)
        ? original
        : List.of("es", "ar", "ru").stream()
            .filter(languages::contains)
            .findFirst()
            .orElseGet(() -> languages.stream().sorted().findFirst().orElseThrow());
  }

  private static int number(String code) {
    return Integer.parseInt(code.replaceAll("\\D", ""));
  }
}
