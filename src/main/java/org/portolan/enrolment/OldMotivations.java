package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import org.portolan.platform.retention.RetentionRule;

/**
 * What officers wrote to get a seat and what they were answered, counted from the end of the
 * session, or from the application where the session has none. That they applied, and what became
 * of it, stays.
 */
@ApplicationScoped
class OldMotivations implements RetentionRule {
  @Inject private ApplicationRepository applications;

  @Override
  public String kind() {
    return "motivations";
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
    return applications.forgetWords(before, most);
  }
}
