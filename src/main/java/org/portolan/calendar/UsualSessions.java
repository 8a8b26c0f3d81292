package org.portolan.calendar;

import java.util.Optional;

/** What the calendar asks of those who know what the sessions of a course usually are. */
public interface UsualSessions {

  /** Empty where nobody said anything of this course. */
  Optional<SessionDefaults> of(long courseId);
}
