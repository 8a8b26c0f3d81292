package org.portolan.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.portolan.platform.web.TypedLine;

/** What a centre writes to participants: plain text, as it was typed. */
public record MessageText(String subject, String body) {
  public static final int LONGEST_SUBJECT = 150;
  public static final int LONGEST_BODY = 5000;

  /** What cannot be seen, but for ends of lines and tabs. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");

  public MessageText {
    subject = TypedLine.of(subject);
    body =
        body == null
            ? ""
            : UNSEEN.matcher(body.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("").strip();
  }

  /** What is wrong, as the last part of a key of texts, by field. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (subject.isEmpty()) {
      problems.put("subject", "missing");
    } else if (subject.length() > LONGEST_SUBJECT) {
      problems.put("subject", "long");
    }
    if (body.isEmpty()) {
      problems.put("body", "missing");
    } else if (body.length() > LONGEST_BODY) {
      problems.put("body", "long");
    }
    return problems;
  }
}
