package org.portolan.calendar;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a session has come on its way from a draft to a report, as those who plan see it. Made of
 * its state, of what was said of it and of the clock, and stored nowhere.
 */
public enum Stage {
  DRAFT,
  /** Handed to the Regional Office. */
  SUBMITTED,
  /** Returned by it, with words. */
  SENT_BACK,
  CHECKED,
  PUBLISHED,
  /** Between its beginning and its end. */
  RUNNING,
  /** Over, and its centre has not reported. */
  ENDED,
  REPORTED,
  CANCELLED;

  static Stage of(SessionFacts session, Instant now) {
    return switch (session.state()) {
      case DRAFT -> session.progress().ofDraft();
      case CANCELLED -> CANCELLED;
      case PUBLISHED -> {
        if (session.progress().reportedAt() != null) {
          yield REPORTED;
        }
        if (!session.begunAt(now)) {
          yield PUBLISHED;
        }
        yield now.isBefore(session.endsAt()) ? RUNNING : ENDED;
      }
    };
  }

  /** As addresses and texts have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Stage> of(String code) {
    return Arrays.stream(values()).filter(stage -> stage.code().equals(code)).findFirst();
  }

  /** Whether its centre may still hand it in, or do so again. */
  public boolean submittable() {
    return this == DRAFT || this == SENT_BACK;
  }

  /** Whether nobody but its centre and, once it was handed in, the Regional Office knows it. */
  public boolean planned() {
    return compareTo(PUBLISHED) < 0;
  }
}
