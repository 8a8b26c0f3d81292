package org.portolan.catalog;

import java.util.List;
import java.util.Map;

/**
 * One page of courses.
 *
 * @param total over all pages
 * @param unknown filter values that mean nothing, by dimension; when there are any, nothing is
 *     found
 */
public record CoursePage(
    List<CourseSummary> items, long total, int page, int size, Map<String, String> unknown) {

  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  public boolean hasNext() {
    return page < pages();
  }
}
