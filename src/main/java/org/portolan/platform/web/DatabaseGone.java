package org.portolan.platform.web;

import java.sql.SQLException;

/** Tells a database that cannot be reached from one that refused a statement. */
final class DatabaseGone {
  private DatabaseGone() {}

  /** SQLState class 08 is a lost connection; the pool gives none when it has no connection. */
  static boolean is(SQLException failure) {
    return failure.getSQLState() == null || failure.getSQLState().startsWith("08");
  }
}
