package org.portolan.attendance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.portolan.platform.web.TypedLine;

/**
 * Somebody without an account whom the host of a session wrote down.
 *
 * @param id given by the tablet or the page
 * @param email may be empty
 * @param personId whose account it is, as somebody said later, or null
 */
public record Guest(String id, String name, String administration, String email, Long personId) {
  static final int LONGEST = 150;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");

  public Guest {
    name = TypedLine.of(name);
    administration = TypedLine.of(administration);
    email = TypedLine.of(email);
  }

  public static Guest typed(String id, String name, String administration, String email) {
    return new Guest(id, name, administration, email, null);
  }

  /** What is wrong, as the last part of a key of texts, by field. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (name.isEmpty()) {
      problems.put("name", "missing");
    } else if (name.length() > LONGEST) {
      problems.put("name", "long");
    }
    if (administration.length() > LONGEST) {
      problems.put("administration", "long");
    }
    if (!email.isEmpty()
        && (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches())) {
      problems.put("email", "invalid");
    }
    return problems;
  }

  public Attendee attendee() {
    return Attendee.guest(id);
  }
}
