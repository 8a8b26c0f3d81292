package org.portolan.competency;

import java.util.List;

/**
 * What somebody sees of what they can.
 *
 * @param job code of their job profile, or null
 * @param all that was ever said, the latest first
 * @param version rises with each of them
 */
public record OwnCompetencies(
    String job, Attained attained, List<AttainmentSummary> all, long version) {}
