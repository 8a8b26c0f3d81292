package org.portolan.reuse;

import java.time.Instant;
import org.portolan.knowledge.PracticePlace;

/**
 * A use at the desk of the administration that reported it.
 *
 * @param practice null where it cannot be read any more
 */
public record ReportedUse(UseSummary use, PracticePlace practice, Instant reportedAt) {}
