package org.portolan.drill;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of a page as a browser would send it, with the fields as they stand there. */
final class PageForm {
  private static final Pattern PART =
      Pattern.compile("<(input|select|option)\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");

  private final List<Field> fields = new ArrayList<>();

  private record Field(String name, String value) {}

  private PageForm() {}

  /**
   * @throws IllegalStateException where the page has no such form
   */
  static PageForm of(String page, String id) {
    Matcher start = Pattern.compile("<form[^>]* id=\"" + id + "\"[^>]*>").matcher(page);
    if (!start.find()) {
      throw new IllegalStateException("no form " + id);
    }
    PageForm form = new PageForm();
    String select = "";
    Matcher part = PART.matcher(page.substring(start.end(), page.indexOf("</form>", start.end())));
    while (part.find()) {
      String attributes = part.group(2);
      String name = value(attributes, "name");
      switch (part.group(1)) {
        case "select" -> select = name;
        case "option" -> {
          if (has(attributes, "selected")) {
            form.fields.add(new Field(select, value(attributes, "value")));
          }
        }
        default -> {
          if (sent(attributes)) {
            String typed = value(attributes, "value");
            form.fields.add(
                new Field(name, has(attributes, "value") || !ticked(attributes) ? typed : "on"));
          }
        }
      }
    }
    return form;
  }

  private static boolean sent(String attributes) {
    return switch (value(attributes, "type")) {
      case "submit", "button" -> false;
      case "checkbox", "radio" -> ticked(attributes);
      default -> true;
    };
  }

  private static boolean ticked(String attributes) {
    return has(attributes, "checked");
  }

  private static boolean has(String attributes, String name) {
    return attribute(attributes, name) != null;
  }

  private static String value(String attributes, String name) {
    String value = attribute(attributes, name);
    return value == null ? "" : value;
  }

  private static String attribute(String attributes, String name) {
    Matcher each = ATTRIBUTE.matcher(attributes);
    while (each.find()) {
      if (each.group(1).equals(name)) {
        String value = each.group(2) == null ? "" : each.group(2);
        return value
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
      }
    }
    return null;
  }

  /** The value of a field; empty where it has none. */
  String value(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  /** The same with another value of a field, which is added where it was not. */
  PageForm with(String name, String value) {
    PageForm other = new PageForm();
    fields.stream().filter(field -> !field.name().equals(name)).forEach(other.fields::add);
    other.fields.add(new Field(name, value));
    return other;
  }

  /** As the body of a request. */
  String text() {
    return fields.stream()
        .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
