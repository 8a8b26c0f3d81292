package org.portolan.catalog;

import org.portolan.platform.web.TypedLine;

/** The words of a course in one language as they were typed. */
public record TextEdit(String language, String title, String summary, String body) {

  public TextEdit {
    language = typed(language);
    title = oneLine(title);
    summary = oneLine(summary);
    body = typed(body).replace("\r\n", "\n");
  }

  private static String typed(String text) {
    return text == null ? "" : text.strip();
  }

  private static String oneLine(String text) {
    return TypedLine.of(text).replaceAll("\\s+", " ");
  }
}
