package org.portolan.browser;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * What pages would do with payloads that did not encode them, each payload in a frame of its own: a
 * watch that sees nothing there sees nothing anywhere.
 */
final class CarelessPages {
  private static final Parser MARKDOWN = Parser.builder().build();
  private static final HtmlRenderer UNCLEANED = HtmlRenderer.builder().build();

  /** Places of a page, by what stands around the text there. */
  private static final Map<String, UnaryOperator<String>> PLACES =
      Map.ofEntries(
          Map.entry("text", text -> "<p>" + text + "</p>"),
          Map.entry("value", text -> "<input value=\"" + text + "\">"),
          Map.entry("single quotes", text -> "<input value='" + text + "'>"),
          Map.entry("no quotes", text -> "<input value=" + text + ">"),
          Map.entry("title", text -> "<title>" + text + "</title>"),
          Map.entry("field", text -> "<textarea>" + text + "</textarea>"),
          Map.entry("style", text -> "<style>p{color:" + text + "}</style>"),
          Map.entry("comment", text -> "<!-- " + text + " -->"),
          Map.entry("address", text -> "<a href=\"" + text.replace("\"", "&quot;") + "\">go</a>"),
          Map.entry("string", text -> "<script>var a = \"" + text + "\";</script>"),
          Map.entry("other string", text -> "<script>var a = '" + text + "';</script>"),
          Map.entry("template string", text -> "<script>var a = `" + text + "`;</script>"),
          Map.entry("call", text -> "<script>String(\"" + text + "\");</script>"),
          Map.entry("data", text -> "<script type=\"application/ld+json\">" + text + "</script>"),
          Map.entry("template", text -> "<template>" + text + "</template>"),
          Map.entry("drawing", text -> "<svg>" + text + "</svg>"),
          Map.entry("table", text -> "<table><tr><td>" + text + "</td></tr></table>"),
          Map.entry("choice", text -> "<select><option>" + text + "</option></select>"),
          Map.entry("Markdown", text -> UNCLEANED.render(MARKDOWN.parse(text))),
          Map.entry("undone twice", text -> undone(text)),
          Map.entry("undone percents", text -> percents(text)));

  private CarelessPages() {}

  /** Entities undone once more than they were made. */
  private static String undone(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#0000060", "<")
        .replace("&#0000062", ">")
        .replace("&#x3c;", "<")
        .replace("&#x3e;", ">")
        .replace("&#34;", "\"")
        .replace("&amp;", "&")
        .replace("\\u003c", "<")
        .replace("\\u003e", ">")
        .replace("\\x3c", "<")
        .replace("\\x3e", ">")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }

  private static String percents(String text) {
    return text.replace("%25", "%")
        .replace("%3C", "<")
        .replace("%3E", ">")
        .replace("%20", " ")
        .replace("%3D", "=")
        .replace("%0d", "\r")
        .replace("%0a", "\n");
  }

  static Set<String> places() {
    return PLACES.keySet();
  }

  /**
   * Numbers of payloads that something happens with in one place.
   *
   * @param before what is done with a payload before it is put there
   */
  static Set<Integer> happening(ScriptWatch watch, String place, UnaryOperator<String> before) {
    UnaryOperator<String> around = PLACES.get(place);
    watch.leave();
    watch.show(
        place,
        frames(ScriptPayloads.ALL.stream().map(text -> around.apply(before.apply(text))).toList()));
    Set<Integer> numbers = new TreeSet<>();
    watch.frames().stream()
        .filter(name -> name.startsWith("f"))
        .forEach(name -> numbers.add(Integer.parseInt(name.substring(1))));
    return numbers;
  }

  /** Each as a document in a frame; nothing that they ask for is there. */
  static String frames(List<String> documents) {
    StringBuilder page =
        new StringBuilder(
            "<!DOCTYPE html><html lang=en><head><base id=planted-base"
                + " href=\"http://127.0.0.1:9/\"><title>frames</title></head><body>");
    for (int i = 0; i < documents.size(); i++) {
      page.append("<iframe data-planted=1 name=f").append(i).append(" srcdoc=\"");
      page.append(documents.get(i).replace("&", "&amp;").replace("\"", "&quot;"));
      page.append("\"></iframe>");
    }
    return page.append("</body></html>").toString();
  }
}
