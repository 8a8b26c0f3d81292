package org.portolan.condition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.eligibility.Finding;
import org.portolan.eligibility.Verdict;
import org.portolan.platform.web.Problem;

/** Somebody does not meet the conditions of a session; says which, and what would help. */
public class NotEligible extends Problem {
  private static final long serialVersionUID = 1L;
  private static final int REFUSED = 403;

  private final transient Verdict verdict;

  NotEligible(Verdict verdict) {
    super(
        REFUSED,
        "not-eligible",
        "The conditions of this session are not met",
        verdict.met() + " of " + verdict.asked() + " conditions are met");
    this.verdict = verdict;
  }

  public Verdict verdict() {
    return verdict;
  }

  @Override
  public Map<String, String> errors() {
    Map<String, String> errors = new LinkedHashMap<>();
    for (Finding finding : verdict.missing()) {
      errors.put(
          finding.requirement().text(),
          finding.remedies().stream()
              .map(remedy -> remedy.kind().code())
              .collect(Collectors.joining("|")));
    }
    return errors;
  }
}
