package org.portolan.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.platform.web.TypedLine;
import org.portolan.platform.web.TypedText;

/** What a centre writes to participants: plain text, as it was typed. */
public record MessageText(String subject, String body) {
  public static final int LONGEST_SUBJECT = 150;
  public static final int LONGEST_BODY = 5000;

  public MessageText {
    subject = TypedLine.of(subject);
    body = TypedText.of(body);
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
