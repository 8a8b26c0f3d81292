package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import org.portolan.platform.retention.RetentionRule;

/**
 * What was told for journeys, counted from the end of the session; at once where the seat was lost.
 */
@ApplicationScoped
class OldTravel implements RetentionRule {
  @Inject private TravelRows rows;

  @Override
  public String kind() {
    return "travel-data";
  }

  @Override
  public Period usual() {
    return Period.ofDays(30);
  }

  @Override
  public Period least() {
    return Period.ofDays(1);
  }

  @Override
  public int forget(Instant before, int most) {
    return rows.forget(before, most);
  }
}
