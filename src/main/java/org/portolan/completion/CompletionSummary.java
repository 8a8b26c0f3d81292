package org.portolan.completion;

import java.time.LocalDate;

/** What came of a session for one who had a seat in it, as others show it. */
public record CompletionSummary(
    long courseId, long sessionId, CompletionResult result, LocalDate day) {
  public boolean completed() {
    return result == CompletionResult.COMPLETED;
  }
}
