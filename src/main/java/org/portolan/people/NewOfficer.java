package org.portolan.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.web.TypedLine;

/**
 * Somebody who is to get an account, as a coordinator writes them down.
 *
 * @param language by its code
 */
public record NewOfficer(String given, String family, String email, String language, String post) {
  public static final int LONGEST_NAME = 80;
  public static final int LONGEST_POST = 120;

  public NewOfficer {
    given = stripped(given);
    family = stripped(family);
    email = stripped(email);
    language = stripped(language);
    post = stripped(post);
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }

  /** What is wrong with it: kinds of trouble by field. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    name(problems, "given", given);
    name(problems, "family", family);
    if (formula(email)) {
      problems.put("email", "formula");
    } else if (email.isEmpty()) {
      problems.put("email", "missing");
    } else if (!Letter.reachable(email)) {
      problems.put("email", "address");
    }
    if (Language.of(language).isEmpty()) {
      problems.put("language", "language");
    }
    if (formula(post)) {
      problems.put("post", "formula");
    } else if (post.length() > LONGEST_POST) {
      problems.put("post", "long");
    }
    return problems;
  }

  private static void name(Map<String, String> problems, String field, String name) {
    if (name.isEmpty()) {
      problems.put(field, "missing");
    } else if (name.length() > LONGEST_NAME) {
      problems.put(field, "long");
    } else if (formula(name)) {
      problems.put(field, "formula");
    } else if (!TypedLine.of(name).equals(name)) {
      problems.put(field, "signs");
    }
  }

  /** What a spreadsheet reckons with is no text of ours. */
  private static boolean formula(String text) {
    return text.startsWith("=");
  }

  EmailAddress address() {
    return new EmailAddress(email);
  }

  String name() {
    return given + " " + family;
  }
}
