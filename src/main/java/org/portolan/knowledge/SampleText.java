package org.portolan.knowledge;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a practice from a file of the demo world. A heading such as {@code ## {result}}
 * begins a section; what stands under any other heading of that rank is in none.
 */
final class SampleText {
  private static final Pattern PART = Pattern.compile("(?m)^(?=## )");
  private static final Pattern SECTION = Pattern.compile("\\A## \\{(\\w+)}\\s*");

  private SampleText() {}

  static PracticeBody read(String markdown) {
    Map<Section, String> sections = new EnumMap<>(Section.class);
    StringBuilder more = new StringBuilder();
    for (String part : PART.split(markdown)) {
      Matcher heading = SECTION.matcher(part);
      if (heading.find()) {
        sections.put(
            Section.valueOf(heading.group(1).toUpperCase(Locale.ROOT)),
            part.substring(heading.end()));
      } else {
        more.append(part);
      }
    }
    return new PracticeBody(sections, more.toString());
  }
}
