package org.portolan.eligibility;

import java.util.List;

/** What is met, what is missing, and how to get it. */
public record Verdict(List<Finding> findings) {
  public boolean eligible() {
    return missing().isEmpty();
  }

  public int asked() {
    return findings.size();
  }

  public int met() {
    return asked() - missing().size();
  }

  public List<Finding> missing() {
    return findings.stream().filter(finding -> !finding.met()).toList();
  }
}
