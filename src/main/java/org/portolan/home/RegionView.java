package org.portolan.home;

import java.util.List;
import org.portolan.calendar.SessionSummary;
import org.portolan.knowledge.PracticePage;
import org.portolan.region.BodySummary;
import org.portolan.region.MemberSummary;
import org.portolan.region.OfficeHolders;
import org.portolan.region.RegionSummary;
import org.portolan.region.ViceChair;

/**
 * A region with everything that its page shows.
 *
 * @param terms of its Vice-Chairs, the last one first
 * @param coming how many sessions have not begun
 * @param sessions the first of them
 * @param practices the newest
 * @param holders who holds an office for it now
 */
public record RegionView(
    RegionSummary region,
    List<BodySummary> bodies,
    List<MemberSummary> members,
    List<ViceChair> terms,
    long coming,
    List<SessionSummary> sessions,
    PracticePage practices,
    List<OfficeHolders.Holder> holders) {}
