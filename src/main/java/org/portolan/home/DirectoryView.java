package org.portolan.home;

import java.util.List;
import org.portolan.region.BodySummary;
import org.portolan.region.MemberSummary;
import org.portolan.region.RegionSummary;

/**
 * The whole directory, or those bodies of it that fit a filter.
 *
 * @param others bodies of no region
 */
public record DirectoryView(List<Part> parts, List<BodySummary> others) {

  /** How many bodies are shown. */
  public int total() {
    return others.size() + parts.stream().mapToInt(part -> part.bodies().size()).sum();
  }

  /**
   * A region with its figures.
   *
   * @param centres all of its training centres, whatever the filter
   * @param sessions that have not begun
   * @param practices that are published
   */
  public record Part(
      RegionSummary region,
      List<MemberSummary> members,
      List<BodySummary> bodies,
      long centres,
      long sessions,
      long practices) {}
}
