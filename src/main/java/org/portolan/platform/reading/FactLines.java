package org.portolan.platform.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the limited process says of a file: some lines with a word and a number each, and a last one
 * that shows that nothing is missing. Neither side trusts the other with more.
 */
final class FactLines {
  /** As much as is ever read; a pipe holds more, so whoever writes does not wait for the reader. */
  static final int LONGEST = 4096;

  static final String BROKEN = "broken";

  /** It is nothing that is known here. */
  static final String OTHER = "other";

  private static final Pattern LINE = Pattern.compile("([a-z]{1,20}) (\\d{1,9})");
  private static final String LAST = "end";
  private static final int MOST = 40;

  private final Map<String, Integer> facts = new LinkedHashMap<>();

  void add(String fact) {
    add(fact, 1);
  }

  void add(String fact, int number) {
    facts.put(fact, number);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    facts.forEach((fact, number) -> text.append(fact).append(' ').append(number).append('\n'));
    return text.append(LAST).append('\n').toString();
  }

  /** Empty when it is not whole, or not what the other side writes. */
  static Optional<ReadFacts> parse(String text) {
    if (text.length() > LONGEST || !text.endsWith('\n' + LAST + '\n') && !text.equals("end\n")) {
      return Optional.empty();
    }
    Map<String, Integer> facts = new LinkedHashMap<>();
    for (String line : text.substring(0, text.length() - LAST.length() - 1).lines().toList()) {
      Matcher fact = LINE.matcher(line);
      if (!fact.matches() || facts.size() == MOST) {
        return Optional.empty();
      }
      facts.put(fact.group(1), Integer.valueOf(fact.group(2)));
    }
    return Optional.of(new ReadFacts(facts));
  }
}
