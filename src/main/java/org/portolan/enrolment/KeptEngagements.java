package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.portolan.condition.Engagements;
import org.portolan.eligibility.Engagement;

/** Tells for which sessions people applied: one statement for a list. */
@ApplicationScoped
class KeptEngagements implements Engagements {
  @Inject private ApplicationRepository applications;

  @Override
  @Transactional
  public Map<Long, List<Engagement>> of(Collection<Long> people) {
    return people.isEmpty() ? Map.of() : applications.engagements(people);
  }
}
