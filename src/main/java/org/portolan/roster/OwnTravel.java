package org.portolan.roster;

import org.portolan.enrolment.ApplicationSummary;

/** What somebody with a seat is asked for their journey, and what they told. */
public record OwnTravel(ApplicationSummary application, TravelAsk ask, TravelTold told) {}
