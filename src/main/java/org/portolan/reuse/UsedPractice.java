package org.portolan.reuse;

import java.util.List;
import org.portolan.knowledge.PracticePlace;

/**
 * A practice with what is said of its use.
 *
 * @param uses the latest first
 * @param administrations how many different ones there are
 */
public record UsedPractice(PracticePlace practice, List<UseSummary> uses, int administrations) {}
