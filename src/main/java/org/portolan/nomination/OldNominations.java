package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import org.portolan.platform.retention.RetentionRule;

/** What administrations wrote about those whom they sent, counted from the end of the session. */
@ApplicationScoped
class OldNominations implements RetentionRule {
  @Inject private NominationRepository nominations;

  @Override
  public String kind() {
    return "nominations";
  }

  @Override
  public Period usual() {
    return Period.ofYears(1);
  }

  @Override
  public Period least() {
    return Period.ofDays(90);
  }

  @Override
  public int forget(Instant before, int most) {
    return nominations.forgetWords(before, most);
  }
}
