package org.portolan.calendar;

import java.util.Collection;
import java.util.Map;

/** What the calendar asks of those who know which drafts became part of another session. */
public interface JoinedDrafts {

  /** By number of the draft the address of a page that tells of it; one that did not is missing. */
  Map<Long, String> of(Collection<Long> sessions);
}
