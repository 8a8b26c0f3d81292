package org.portolan.pack;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.Section;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/**
 * What a document of a folder says: its title, and the sections that its headings name in any of
 * our languages; the rest stays as it is.
 *
 * @param title empty where it has none
 */
record FolderText(String title, PracticeBody body) {
  private static final Map<String, Section> HEADINGS = new HashMap<>();

  /** One page of a book that says nothing else. */
  private static final int LONGEST_TITLE = 200;

  static {
    for (Language language : Language.values()) {
      for (Section section : Section.values()) {
        HEADINGS.put(
            Texts.text(language, "knowledge.section." + section.code()).toLowerCase(Locale.ROOT),
            section);
      }
    }
  }

  /** Of Markdown, with or without a head of its own. */
  static FolderText markdown(String text) {
    String[] parts = text.strip().split("(?m)^---\\s*$", 3);
    String words = parts.length == 3 && parts[0].isBlank() ? parts[2] : text;
    StringBuilder more = new StringBuilder();
    Map<Section, StringBuilder> sections = new EnumMap<>(Section.class);
    String title = "";
    StringBuilder into = more;
    for (String line : words.strip().lines().toList()) {
      String heading = line.replaceFirst("^#{1,6}\\s+", "").replaceFirst("\\s+#+$", "").strip();
      boolean headed = !heading.equals(line.strip()) && line.startsWith("#");
      Section section = headed ? HEADINGS.get(heading.toLowerCase(Locale.ROOT)) : null;
      if (title.isEmpty() && line.startsWith("# ")) {
        title = heading;
      } else if (section != null) {
        into = sections.computeIfAbsent(section, key -> new StringBuilder());
      } else {
        into = headed && line.matches("##?\\s.*") ? more : into;
        into.append(line).append('\n');
      }
    }
    return new FolderText(
        title,
        new PracticeBody(
            sections.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString())),
            more.toString()));
  }

  /** Of plain text that was read out of a document; nothing in it is taken for Markdown. */
  static FolderText plain(String text) {
    String first =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    return new FolderText(
        first.length() <= LONGEST_TITLE ? first : "",
        new PracticeBody(
            Map.of(),
            Stream.of(text.split("\\R"))
                .map(FolderText::escaped)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")));
  }

  private static String escaped(String line) {
    return line.strip()
        .replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1")
        .replaceFirst("^([#>+=~-])", "\\\\$1")
        .replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
  }
}
