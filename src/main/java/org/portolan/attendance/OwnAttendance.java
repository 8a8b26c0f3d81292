package org.portolan.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.portolan.enrolment.OfferedSession;

/**
 * When somebody was there in a session, as they see it themselves.
 *
 * @param marks what holds, by code of the half-day
 * @param markers names of those who made them, by number
 * @param closedAt when it was signed or closed, or null
 * @param enough whether they were there for as much as a certificate asks for
 */
public record OwnAttendance(
    OfferedSession session,
    List<HalfDay> halves,
    Map<String, Mark> marks,
    Map<Long, String> markers,
    Instant closedAt,
    boolean enough) {

  /** What holds for a half-day, or null. */
  public Mark mark(HalfDay half) {
    return marks.get(half.code());
  }

  public long attended() {
    return attended(halves, marks);
  }

  /** Whether they may take their certificate. */
  public boolean certified() {
    return closedAt != null && enough;
  }

  /** On how many of these half-days somebody was there. */
  static long attended(List<HalfDay> halves, Map<String, Mark> marks) {
    return halves.stream()
        .map(half -> marks.get(half.code()))
        .filter(mark -> mark != null && mark.sent().presence().attended())
        .count();
  }
}
