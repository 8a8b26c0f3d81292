package org.portolan.platform.retention;

import java.time.Instant;
import java.time.Period;

/**
 * One kind of record that is forgotten some time after it has served its purpose. Every feature
 * with such records implements it.
 */
public interface RetentionRule {
  /** Words with hyphens, of which the setting is made: {@code PORTOLAN_RETENTION_SIGN_INS}. */
  String kind();

  /** How long it is kept where nothing else is set. */
  Period usual();

  /** Nobody can set less: people would miss it, or something would not work any more. */
  Period least();

  /** How many at a time; fewer where much hangs on each, so that nobody waits long. */
  default int batch() {
    return 500;
  }

  /**
   * Forgets what has served its purpose before this moment, in the transaction of the caller.
   *
   * @param most so many at a time
   * @return how many records; fewer than the most when nothing is left
   */
  int forget(Instant before, int most);
}
