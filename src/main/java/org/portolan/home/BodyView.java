package org.portolan.home;

import java.util.List;
import java.util.Optional;
import org.portolan.calendar.SessionSummary;
import org.portolan.knowledge.PracticePage;
import org.portolan.region.BodySummary;
import org.portolan.region.MemberSummary;
import org.portolan.region.OfficeHolders;
import org.portolan.region.RegionSummary;
import org.portolan.region.ViceChair;

/**
 * A body with everything that its page shows.
 *
 * @param terms of the Vice-Chairs, for their office
 * @param holders who holds an office there now
 * @param past mandates there that have ended
 */
public record BodyView(
    BodySummary body,
    Optional<RegionSummary> region,
    Optional<MemberSummary> host,
    List<ViceChair> terms,
    List<SessionSummary> sessions,
    PracticePage practices,
    List<OfficeHolders.Holder> holders,
    List<OfficeHolders.Holder> past) {}
