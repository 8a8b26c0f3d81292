package org.portolan.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody sent when their sign-in had ended. The sign-in page carries it in hidden fields, so
 * that it can be sent once they are signed in again; nothing of it is kept here.
 */
record KeptForm(List<Field> fields) {
  /** Before the names of the fields, so that they are not taken for those of the page itself. */
  private static final String MARK = "kept.";

  private static final int MOST_FIELDS = 200;

  /** Characters in all: longer than the longest practice. */
  private static final int MOST = 200_000;

  KeptForm {
    fields = List.copyOf(fields);
  }

  /** What a request brings for another page than this one. */
  static KeptForm sent(HttpServletRequest request) {
    return read(request, "");
  }

  /**
   * What this page carried before; only ever from its own form. A link that somebody was sent must
   * not put words into their mouth, so nothing is carried where the address names such fields.
   */
  static KeptForm carried(HttpServletRequest request) {
    return request.getMethod().equals("POST") && !named(request.getQueryString())
        ? read(request, MARK)
        : new KeptForm(List.of());
  }

  private static boolean named(String query) {
    if (query == null) {
      return false;
    }
    try {
      return Arrays.stream(query.split("&"))
          .map(part -> URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8))
          .anyMatch(name -> name.startsWith(MARK));
    } catch (IllegalArgumentException unreadable) {
      return true;
    }
  }

  private static KeptForm read(HttpServletRequest request, String mark) {
    List<Field> fields = new ArrayList<>();
    long size = 0;
    for (var parameter : request.getParameterMap().entrySet()) {
      if (parameter.getKey().startsWith(mark)) {
        String name = parameter.getKey().substring(mark.length());
        for (String value : parameter.getValue()) {
          fields.add(new Field(name, value));
          size += name.length() + value.length();
        }
      }
    }
    return new KeptForm(size > MOST || fields.size() > MOST_FIELDS ? List.of() : fields);
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** One value of the form that was sent. */
  public record Field(String name, String value) {
    public String carriedName() {
      return MARK + name;
    }
  }
}
