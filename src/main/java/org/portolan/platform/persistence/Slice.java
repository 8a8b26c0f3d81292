package org.portolan.platform.persistence;

import java.util.Map;

/**
 * The part of a sorted list that is to be read.
 *
 * @param sort name of what the list is sorted by, null for its usual order; only names that the
 *     reader of the list knows have an effect
 */
public record Slice(int first, int size, String sort, boolean ascending) {
  public static final int MOST = 200;

  public Slice {
    first = Math.max(0, first);
    size = Math.max(1, Math.min(MOST, size));
  }

  /**
   * What a query is ordered by.
   *
   * @param orders expressions by the names that may be sorted by
   * @param usual the usual order, which also decides between equals
   */
  public String order(Map<String, String> orders, String usual) {
    String expression = sort == null ? null : orders.get(sort);
    return " order by "
        + (expression == null ? "" : expression + (ascending ? " asc, " : " desc, "))
        + usual;
  }
}
