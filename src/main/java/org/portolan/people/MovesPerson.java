package org.portolan.people;

import java.util.List;
import java.util.Set;

/**
 * What one part of Portolan does when two accounts of one person become one. Every feature whose
 * records name people implements it: a merge passes through all of them.
 */
public interface MovesPerson {
  /**
   * Where records of this part name a person, as table and column. After a merge none of them names
   * the account that went, save where both had a record of which there can be one only.
   */
  Set<String> columns();

  /** What has to be settled by hand before. */
  default List<MergeConflict> conflicts(long stays, long goes) {
    return List.of();
  }

  /**
   * Moves, or ends, in the transaction of the merge, whose rows of both people are locked. Nothing
   * by which somebody came in as the one that goes may let them in as the one that stays.
   */
  void move(long stays, long goes);
}
