package org.portolan.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the calendar asks of those who know for whom a session is. */
public interface InvitedMembers {

  /**
   * Codes of the Members that are named for sessions, one by one or by region; in as many
   * statements whatever their number. A session for which none are named may be missing.
   */
  Map<Long, Set<String>> of(Collection<Long> sessionIds);

  /** The same of one session; empty for none. */
  default Set<String> of(long sessionId) {
    return of(List.of(sessionId)).getOrDefault(sessionId, Set.of());
  }
}
