package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * Wrong codes in a row for one account. After a few, each costs a longer wait: whoever has the
 * password and guesses codes gets some dozens a day, and the owner is never shut out for good.
 */
@Entity
@Table(name = "code_tries")
class CodeTries {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  @Id
  @Column(name = "person_id")
  private long personId;

  private int wrong;

  @Column(name = "wait_until")
  private Instant waitUntil;

  protected CodeTries() {}

  CodeTries(long personId) {
    this.personId = personId;
  }

  boolean mustWait(Instant now) {
    return waitUntil != null && waitUntil.isAfter(now);
  }

  void countWrong(Instant now) {
    wrong++;
    if (wrong >= FREE) {
      Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - FREE, 10));
      waitUntil = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
  }

  void forget() {
    wrong = 0;
    waitUntil = null;
  }
}
