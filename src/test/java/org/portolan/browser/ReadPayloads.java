package org.portolan.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which payloads could be read where: what nobody can read there shows nothing by not running. */
final class ReadPayloads {
  private final Map<String, View> views = new TreeMap<>();

  private static final class View {
    private int pages;
    private final Set<Integer> payloads = new TreeSet<>();
  }

  /**
   * @param payloads their numbers
   */
  void count(String view, int pages, Collection<Integer> payloads) {
    View counted = views.computeIfAbsent(view, any -> new View());
    counted.pages += pages;
    counted.payloads.addAll(payloads);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(ScriptPayloads.ALL.size() + " payloads");
    views.forEach(
        (name, view) ->
            lines.add(name + ": " + view.pages + " looked at, " + view.payloads.size() + " read"));
    Files.write(file, lines);
  }

  /** Numbers of those that a text has, whatever became of signs that nobody sees. */
  static Set<Integer> within(String text) {
    String shown = bare(text);
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < ScriptPayloads.ALL.size(); i++) {
      if (shown.contains(bare(ScriptPayloads.ALL.get(i)))) {
        found.add(i);
      }
    }
    return found;
  }

  static String bare(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
        .replaceAll("[\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
