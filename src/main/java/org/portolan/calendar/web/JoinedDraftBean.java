package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.SessionWorkflow;

/** Says on the page of a draft of what session it became part. */
@Named("joinedDraft")
@RequestScoped
public class JoinedDraftBean {
  @Inject private SessionWorkflow workflow;

  private final Map<Long, Optional<String>> asked = new HashMap<>();

  /** The page that tells of it, or null. */
  public String of(SessionSummary session) {
    return session == null
        ? null
        : asked.computeIfAbsent(session.id(), workflow::joined).orElse(null);
  }
}
