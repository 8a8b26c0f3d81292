package org.portolan.knowledge;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.platform.web.TypedText;

/**
 * What a practice tells in one language, in Markdown: its sections, and whatever fits in none of
 * them. Practices from before there were sections have only the latter.
 *
 * @param sections those that are not empty, in the order in which they are read
 * @param more is read before whom to ask
 */
public record PracticeBody(Map<Section, String> sections, String more) {

  public PracticeBody {
    Map<Section, String> kept = new EnumMap<>(Section.class);
    sections.forEach(
        (section, text) -> {
          if (!TypedText.of(text).isEmpty()) {
            kept.put(section, TypedText.of(text));
          }
        });
    sections = kept;
    more = TypedText.of(more);
  }

  static PracticeBody of(String more) {
    return new PracticeBody(Map.of(), more);
  }

  public String section(Section section) {
    return sections.getOrDefault(section, "");
  }

  public boolean structured() {
    return !sections.isEmpty();
  }

  public boolean empty() {
    return sections.isEmpty() && more.isEmpty();
  }

  /** All of it as one text, without the names of the sections. */
  public String whole() {
    return Stream.concat(
            Stream.concat(
                sections.entrySet().stream()
                    .filter(each -> each.getKey() != Section.CONTACT)
                    .map(Map.Entry::getValue),
                Stream.of(more)),
            Stream.of(section(Section.CONTACT)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
