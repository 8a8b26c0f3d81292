package org.portolan.people;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An account as an officer asks for it.
 *
 * @param member code of the administration
 * @param reason why, in a sentence
 */
public record WantedAccount(String member, NewOfficer officer, String reason) {
  public static final int LONGEST_REASON = 500;

  public WantedAccount {
    member = member == null ? "" : member.strip();
    reason = reason == null ? "" : reason.strip();
  }

  /** What is wrong with it, save whether there is such a Member: kinds of trouble by field. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>(officer.problems());
    if (reason.isEmpty()) {
      problems.put("reason", "missing");
    } else if (reason.length() > LONGEST_REASON) {
      problems.put("reason", "long");
    }
    return problems;
  }
}
