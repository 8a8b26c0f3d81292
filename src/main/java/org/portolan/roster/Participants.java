package org.portolan.roster;

import java.util.List;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.OfferedSession;

/** A session with those who have its seats or wait for one. */
public record Participants(OfferedSession session, List<ApplicationSummary> all) {}
