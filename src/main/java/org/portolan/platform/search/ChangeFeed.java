package org.portolan.platform.search;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** The numbered changes of the database, as the tailer follows them. */
public interface ChangeFeed {

  /** One item that changed, whatever happened to it. */
  record Change(long seq, String kind, long id) {}

  /** Numbers what was committed since the last time; returns how many. */
  int seal() throws SQLException;

  /** Changes after a position, in order, at most so many. */
  List<Change> since(long position, int limit) throws SQLException;

  /** The last number given out, 0 before the first. */
  long head() throws SQLException;

  /** How often operators asked for a new index. */
  long rebuilds() throws SQLException;

  /** The lowest number that is still kept. */
  OptionalLong oldest() throws SQLException;
}
