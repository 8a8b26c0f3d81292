package org.portolan.calendar;

import java.util.Set;

/** What the calendar asks of those who know for whom a session is. */
public interface InvitedMembers {

  /** Codes of the Members that are named for a session, one by one or by region; empty for none. */
  Set<String> of(long sessionId);
}
