package org.portolan.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An approver who is asked, and has not answered.
 *
 * @param due until when an answer is expected
 * @param nudge when something is to be done if none came: a reminder first, then others are asked
 *     too; null when that was done
 */
public record Ask(Approver approver, Urgency urgency, Instant due, Instant nudge) {
  private static final Duration LATEST_REMINDER = Duration.ofDays(3);

  /** How urgently somebody is asked. */
  public enum Urgency {
    ASKED,
    /** Told once more, before the day. */
    REMINDED,
    /** The day is over, or nobody is there to answer: those above may answer too. */
    ESCALATED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Urgency of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Asks the approver of a step now.
   *
   * @param latest no answer counts after it: the start of the session
   */
  public static Ask of(Step step, Instant now, Instant latest) {
    Instant usual = now.plus(Duration.ofDays(step.days()));
    // so early before the start that others can still answer then
    Duration most = Duration.between(now, latest).multipliedBy(3).dividedBy(4);
    Instant due = usual.isBefore(latest) ? usual : now.plus(most);
    return new Ask(step.approver(), Urgency.ASKED, due, reminder(now, due));
  }

  /** Three days before the day, but not before three quarters of the time are over. */
  private static Instant reminder(Instant asked, Instant due) {
    Duration early = Duration.between(asked, due).dividedBy(4);
    return due.minus(early.compareTo(LATEST_REMINDER) < 0 ? early : LATEST_REMINDER);
  }

  /** The same once a reminder was sent; the next thing to do comes on the day. */
  public Ask reminded() {
    return new Ask(approver, Urgency.REMINDED, due, due);
  }

  /** The same, as urgently as it was asked before its day was another. */
  public Ask as(Urgency before) {
    return switch (before) {
      case ASKED -> this;
      case REMINDED -> reminded();
      case ESCALATED -> escalated();
    };
  }

  /** The same once others were asked too. */
  public Ask escalated() {
    return new Ask(approver, Urgency.ESCALATED, due, null);
  }

  /** The same where the question is nobody's any more from a moment on, whatever was answered. */
  public Ask escalated(Instant over) {
    return new Ask(approver, Urgency.ESCALATED, due, over);
  }

  /** Whether there is something to do about it now. */
  public boolean ripe(Instant now) {
    return nudge != null && !now.isBefore(nudge);
  }

  public boolean over(Instant now) {
    return !now.isBefore(due);
  }

  /** Whether the day is over for one whose silence is no objection. */
  public boolean agreed(Instant now) {
    return approver.agreesBySilence() && over(now);
  }

  /** Whether its approver comes after the one of another, where anybody is asked there. */
  public boolean after(Optional<Ask> other) {
    return other.filter(each -> each.approver.compareTo(approver) < 0).isPresent();
  }
}
