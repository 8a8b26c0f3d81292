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
 * A Member with everything that its page shows.
 *
 * @param hosted bodies that sit there
 * @param terms in which it has or had the Vice-Chair of its region
 * @param approvers who decides on applications of its officers; empty where nobody does
 */
public record MemberView(
    MemberSummary member,
    RegionSummary region,
    List<BodySummary> hosted,
    List<ViceChair> terms,
    List<SessionSummary> sessions,
    PracticePage practices,
    List<OfficeHolders.Holder> holders,
    List<OfficeHolders.Holder> past,
    Optional<OfficeHolders.Approvers> approvers) {}
