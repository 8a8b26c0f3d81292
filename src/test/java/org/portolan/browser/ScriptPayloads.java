package org.portolan.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Texts that would run a script, call somewhere else or say more than one thing where a page, a
 * feed, a letter or a document took them for anything but text. They are written down in {@code
 * script-payloads.txt}; a plain build takes some of each sort, a drill all.
 */
final class ScriptPayloads {
  private static final String FILE = "/script-payloads.txt";
  private static final String HEADING = "//// ";
  private static final Pattern SIGN = Pattern.compile("\\{U\\+([0-9A-F]{4})}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
  private static final int SOME = 8;

  /** Those of this run. */
  static final List<String> ALL = read();

  private ScriptPayloads() {}

  private static List<String> read() {
    try (InputStream in = ScriptPayloads.class.getResourceAsStream(FILE)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith(HEADING))
              .map(ScriptPayloads::typed)
              .toList();
      int step = Boolean.getBoolean("portolan.drill") ? 1 : SOME;
      return IntStream.range(0, lines.size())
          .filter(i -> i % step == 0)
          .mapToObj(lines::get)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String typed(String line) {
    return SIGN.matcher(line)
        .replaceAll(sign -> literal(Character.toString(Integer.parseInt(sign.group(1), 16))));
  }

  private static String literal(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  /** Several in a line each, as short fields take them. */
  static List<String> lines(int longest) {
    return packed(ALL, " ", longest);
  }

  /** The same without what ends lines. */
  static List<String> plainLines(int longest) {
    return packed(
        ALL.stream().map(each -> CONTROL.matcher(each).replaceAll(" ").strip()).toList(),
        " ",
        longest);
  }

  /** Each as a paragraph of its own, as fields of several lines take them. */
  static List<String> blocks(int longest) {
    return packed(ALL, "\n\n", longest);
  }

  private static List<String> packed(List<String> texts, String between, int longest) {
    List<String> packed = new ArrayList<>();
    StringBuilder now = new StringBuilder();
    for (String text : texts) {
      if (text.length() > longest) {
        continue;
      }
      if (now.length() + between.length() + text.length() > longest) {
        packed.add(now.toString());
        now.setLength(0);
      }
      now.append(now.length() == 0 ? "" : between).append(text);
    }
    packed.add(now.toString());
    return packed;
  }
}
