package org.portolan.programme;

import java.util.Map;
import org.portolan.calendar.Stage;

/** How far the programme of a centre has come, in a list of centres. */
public record CentreLine(String centreCode, Map<Stage, Integer> counts) {
  public CentreLine {
    counts = Map.copyOf(counts);
  }

  public int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
