package org.portolan.platform.web;

import java.sql.SQLException;

/** Whether a transaction failed because of others that wanted the same rows, and how. */
enum Contention {
  /** It failed for another reason. */
  NONE,
  /** The database gave it up at once; it may well succeed now. */
  GIVEN_UP,
  /** It waited as long as anybody may for a lock. */
  TOO_LONG;

  private static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final int DEADLOCK = 1213;
  private static final String ROLLED_BACK = "40001";

  static Contention of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        // the driver gives both the same state
        if (sql.getErrorCode() == LOCK_WAIT_TIMEOUT) {
          return TOO_LONG;
        }
        if (sql.getErrorCode() == DEADLOCK || ROLLED_BACK.equals(sql.getSQLState())) {
          return GIVEN_UP;
        }
      }
    }
    return NONE;
  }
}
