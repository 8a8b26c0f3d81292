package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reminds editors of what waits for a decision, each week, and of what is to be looked at again,
 * each month.
 */
@ApplicationScoped
class ReviewReminders {
  static final Duration WAITING_AGAIN = Duration.ofDays(7);
  static final Duration DUE_AGAIN = Duration.ofDays(30);
  private static final int AT_ONCE = 200;

  @Inject private PracticeRepository practices;
  @Inject private ReviewLetters letters;
  @Inject private Clock clock;

  /**
   * @return of how many practices somebody was reminded
   */
  @Transactional
  int remind() {
    Instant now = clock.instant();
    List<Practice> waiting =
        practices.waitingSince(now.minus(WAITING_AGAIN), now.minus(WAITING_AGAIN), AT_ONCE);
    List<Practice> due =
        practices.dueOn(LocalDate.ofInstant(now, ZoneOffset.UTC), now.minus(DUE_AGAIN), AT_ONCE);
    told("waiting", waiting, now);
    told("due", due, now);
    return waiting.size() + due.size();
  }

  private void told(String kind, List<Practice> about, Instant now) {
    if (!about.isEmpty()) {
      letters.remind(kind, about);
      practices.reminded(about.stream().map(Practice::id).toList(), now);
    }
  }
}
