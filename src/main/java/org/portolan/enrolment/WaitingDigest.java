package org.portolan.enrolment;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What waits for an office, as one of those who hold it reads it: without their own applications,
 * on which they do not decide.
 *
 * @param sessions what has to be answered first comes first
 * @param total of applications
 * @param oldest since when one of them waits for this office
 * @param due when the first answer is due, or null
 * @param newest since when the last one waits
 */
record WaitingDigest(
    List<ForSession> sessions, long total, Instant oldest, Instant due, Instant newest) {

  /**
   * Applications for a session that wait for an office.
   *
   * @param applicant whose they are where somebody who decides applied themselves, else 0
   */
  record Waits(
      DecidingOffice office,
      long session,
      long applicant,
      long count,
      Instant oldest,
      Instant newest,
      Instant due) {}

  /** How many wait for a session. */
  record ForSession(long session, long count, Instant due) {
    private ForSession and(Waits more) {
      return new ForSession(session, count + more.count(), earlier(due, more.due()));
    }
  }

  /**
   * What a reader is told.
   *
   * @param all that waits for the office
   * @param until of what they have read already, or null
   * @return nothing where nothing waits that is new to them
   */
  static Optional<WaitingDigest> of(Collection<Waits> all, long reader, Instant until) {
    List<Waits> theirs = all.stream().filter(each -> each.applicant() != reader).toList();
    Instant newest = theirs.stream().map(Waits::newest).max(Comparator.naturalOrder()).orElse(null);
    if (newest == null || until != null && !newest.isAfter(until)) {
      return Optional.empty();
    }
    Map<Long, ForSession> sessions = new LinkedHashMap<>();
    for (Waits each : theirs) {
      sessions.compute(
          each.session(),
          (session, known) -> (known == null ? new ForSession(session, 0, null) : known).and(each));
    }
    return Optional.of(
        new WaitingDigest(
            sessions.values().stream()
                .sorted(
                    Comparator.comparing(
                            ForSession::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(ForSession::session))
                .toList(),
            theirs.stream().mapToLong(Waits::count).sum(),
            theirs.stream().map(Waits::oldest).min(Comparator.naturalOrder()).orElseThrow(),
            theirs.stream()
                .map(Waits::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null),
            newest));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
