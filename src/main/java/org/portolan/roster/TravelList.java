package org.portolan.roster;

import java.util.List;
import java.util.Map;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.OfferedSession;

/**
 * What a centre sees of the journeys to a session.
 *
 * @param readable whether the one who asks may read what was told
 * @param told by application; empty where it is not readable
 */
public record TravelList(
    OfferedSession session,
    TravelAsk ask,
    List<ApplicationSummary> admitted,
    boolean readable,
    Map<Long, TravelTold> told) {}
