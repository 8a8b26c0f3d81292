package org.portolan.condition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.portolan.eligibility.Engagement;

/** For which sessions people applied: asked here, answered by enrolment. */
public interface Engagements {
  /** Those whose applications stand, by person, in one statement. */
  Map<Long, List<Engagement>> of(Collection<Long> people);
}
