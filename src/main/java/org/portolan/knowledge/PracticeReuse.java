package org.portolan.knowledge;

import java.util.Collection;
import java.util.Map;

/** Who used practices after those who wrote them; known to whoever keeps the reports. */
public interface PracticeReuse {
  /**
   * How many administrations say that they used each of these, as it is committed now; a practice
   * that none has used is missing.
   */
  Map<Long, Integer> administrations(Collection<Long> practices);
}
