package org.portolan.platform.search;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.platform.storage.ContentLibrary.MarkdownFile;
import org.portolan.platform.web.Markdown;
import org.portolan.region.BodyKind;

/**
 * What the index of a demo installation holds: practices, published courses and their published
 * sessions, training centres and other bodies, with the texts that the sources of their features
 * give them.
 *
 * <p>A document is judged under its type and code, as in {@code practice:DEMO-PR-001}. A session is
 * judged as its course, of which it is no more than the days and the place: its key is that of the
 * course.
 */
final class DemoContent {
  /** Where a section of a practice begins; its name is no text of it. */
  private static final Pattern SECTION = Pattern.compile("(?m)^## \\{.*}$");

  /** A Monday, from which sessions are counted in weeks. */
  private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 30);

  private static final String PUBLISHED = "published";

  private final ContentLibrary content = new ContentLibrary();
  private final Markdown markdown = new Markdown();
  private final List<SearchDocument> documents = new ArrayList<>();
  private final Map<Long, String> keys = new HashMap<>();
  private final Map<String, Map<String, SearchDocument.Text>> texts = new TreeMap<>();
  private final Map<String, Long> courseIds = new HashMap<>();

  private final Map<String, NamedCsvRecord> regions = new HashMap<>();

  DemoContent() {
    content.rows("reference/regions.csv").forEach(row -> regions.put(row.getField("code"), row));
    Map<String, NamedCsvRecord> centres = new LinkedHashMap<>();
    for (String folder : List.of("reference", "sample")) {
      content.rows(folder + "/centres.csv").forEach(row -> centres.put(row.getField("code"), row));
    }
    practices();
    sessions(courses(), centres);
    centres.values().forEach(this::centre);
    content.rows("reference/offices.csv").forEach(this::body);
    for (String folder : List.of("reference", "sample")) {
      content.rows(folder + "/entities.csv").forEach(this::body);
      content.rows(folder + "/donors.csv").forEach(this::body);
    }
  }

  List<SearchDocument> documents() {
    return documents;
  }

  /** Under which a hit is judged; what is not of this content has a key nobody judged. */
  String key(long id) {
    return keys.getOrDefault(id, "distractor:" + id);
  }

  /** Texts by language of what is judged under a key. */
  Map<String, SearchDocument.Text> texts(String key) {
    return texts.get(key);
  }

  Set<String> keys() {
    return texts.keySet();
  }

  private SearchDocument.Builder begin(String kind, String code) {
    long id = keys.size() + 1L;
    keys.put(id, kind + ":" + code);
    return SearchDocument.of(kind, id).code(code).visibleTo(SearchDocument.PUBLIC);
  }

  private void add(SearchDocument.Builder begun) {
    SearchDocument document = begun.build();
    documents.add(document);
    texts.putIfAbsent(key(document.id()), document.texts());
  }

  private void practices() {
    byCode("sample/practices")
        .forEach(
            (code, files) -> {
              SearchDocument.Builder practice = begin("practice", code);
              files.forEach(
                  file -> write(practice, file, SECTION.matcher(file.body()).replaceAll("")));
              add(practice);
            });
  }

  /** Those that are published, by code. */
  private Map<String, List<MarkdownFile>> courses() {
    Map<String, List<MarkdownFile>> published = byCode("sample/courses");
    published
        .keySet()
        .retainAll(
            content.rows("sample/courses.csv").stream()
                .filter(row -> row.getField("state").equals(PUBLISHED))
                .map(row -> row.getField("code"))
                .toList());
    published.forEach(
        (code, files) -> {
          courseIds.put(code, keys.size() + 1L);
          SearchDocument.Builder course = begin("course", code).leading();
          files.forEach(file -> write(course, file, file.body()));
          add(course);
        });
    return published;
  }

  private void sessions(
      Map<String, List<MarkdownFile>> courses, Map<String, NamedCsvRecord> centres) {
    for (NamedCsvRecord row : content.rows("sample/sessions.csv")) {
      if (row.getField("state").equals(PUBLISHED)) {
        SearchDocument.Builder session =
            begin("session", row.getField("code"))
                .under("course", courseIds.getOrDefault(row.getField("course"), -1L));
        keys.put((long) keys.size(), "course:" + row.getField("course"));
        if (!row.getField("week").isEmpty()) {
          session.date(
              ANCHOR
                  .plusWeeks(Long.parseLong(row.getField("week")))
                  .atTime(LocalTime.NOON)
                  .toInstant(ZoneOffset.UTC));
        }
        NamedCsvRecord centre = centres.get(row.getField("centre"));
        for (MarkdownFile file : courses.getOrDefault(row.getField("course"), List.of())) {
          session.text(
              file.get("language"),
              file.get("title"),
              file.get("summary"),
              String.join(
                  " ",
                  centre.getField("name_" + file.get("language")),
                  centre.getField("city"),
                  row.getField("venue"),
                  row.getField("room")));
        }
        add(session);
      }
    }
  }

  private void centre(NamedCsvRecord row) {
    SearchDocument.Builder centre = begin("centre", row.getField("code"));
    for (Language language : Language.values()) {
      String name = "name_" + language.code();
      centre.text(language.code(), row.getField(name), row.getField("city"), region(row, language));
    }
    add(centre);
  }

  private void body(NamedCsvRecord row) {
    SearchDocument.Builder body = begin("body", row.getField("code"));
    for (Language language : Language.values()) {
      String kind =
          Texts.text(language, "region.kind." + BodyKind.valueOf(row.getField("kind")).code());
      String city = row.getField("city");
      body.text(
          language.code(),
          row.getField("name_" + language.code()),
          city.isEmpty() ? kind : kind + " · " + city,
          region(row, language));
    }
    add(body);
  }

  private String region(NamedCsvRecord of, Language language) {
    NamedCsvRecord region = regions.get(of.getField("region"));
    return region == null ? "" : region.getField("name_" + language.code());
  }

  private Map<String, List<MarkdownFile>> byCode(String folder) {
    Map<String, List<MarkdownFile>> byCode = new TreeMap<>();
    content
        .texts(folder)
        .forEach(
            file -> byCode.computeIfAbsent(file.get("code"), c -> new ArrayList<>()).add(file));
    return byCode;
  }

  private void write(SearchDocument.Builder document, MarkdownFile file, String body) {
    document.text(
        file.get("language"), file.get("title"), file.get("summary"), markdown.plain(body));
  }
}
