package org.portolan.radar;

import java.util.Map;
import org.portolan.calendar.SessionFacts;
import org.portolan.radar.rules.RegionYear;

/**
 * A region in a year as the rules see it, with what pages show of its sessions.
 *
 * @param facts by the numbers of the sessions
 */
record RegionPicture(RegionYear year, Map<Long, SessionFacts> facts) {}
