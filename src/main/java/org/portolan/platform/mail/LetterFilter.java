package org.portolan.platform.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Which letters somebody wants to see.
 *
 * @param words of the address or the subject, or null
 * @param state by its code, or null; an unknown one finds nothing
 */
public record LetterFilter(String words, String state) {
  private static final char ESCAPE = '!';

  public LetterFilter {
    words = words == null || words.isBlank() ? null : words.strip();
    state = state == null || state.isBlank() ? null : state;
  }

  public boolean restricts() {
    return words != null || state != null;
  }

  /** The condition, its values added to the list. */
  String where(List<Object> values) {
    List<String> conditions = new ArrayList<>();
    if (words != null) {
      conditions.add("(to_address LIKE ? ESCAPE '!' OR subject LIKE ? ESCAPE '!')");
      String like = "%" + words.replaceAll("([!%_])", ESCAPE + "$1") + "%";
      values.add(like);
      values.add(like);
    }
    if (state != null) {
      conditions.add("state = ?");
      values.add(state);
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }
}
