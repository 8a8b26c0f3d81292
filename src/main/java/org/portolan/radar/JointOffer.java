package org.portolan.radar;

import java.util.List;
import org.portolan.calendar.TrainingYear;
import org.portolan.radar.rules.Finding;
import org.portolan.region.RegionSummary;

/**
 * Of what a joint edition could be made.
 *
 * @param drafts that a finding names, the soonest first, of at least two centres
 * @param terms that suggest themselves: the lead is whose draft has more seats
 */
public record JointOffer(
    RegionSummary region,
    TrainingYear year,
    Finding finding,
    List<NamedSession> drafts,
    JointTerms terms) {}
