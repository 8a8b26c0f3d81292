package org.portolan.attendance.online;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed about an online room cannot be kept. */
public final class RoomProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final int LONGEST_NOTE = 300;

  private final transient Map<String, String> fields;

  private RoomProblems(Map<String, String> fields) {
    super("an online room with problems", null, false, false);
    this.fields = fields;
  }

  /** What is wrong by field, as the end of a key of texts. */
  public Map<String, String> fields() {
    return fields;
  }

  static void check(String address, String note) {
    Map<String, String> found = new LinkedHashMap<>();
    OnlineAddress.problem(address).ifPresent(problem -> found.put("address", problem));
    if (note.length() > LONGEST_NOTE) {
      found.put("note", "long");
    }
    if (!found.isEmpty()) {
      throw new RoomProblems(found);
    }
  }
}
