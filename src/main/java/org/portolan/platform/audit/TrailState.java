package org.portolan.platform.audit;

import java.time.Instant;

/**
 * How far the trail is sealed.
 *
 * @param sealed the number of the last entry in the chain; 0 when there is none
 * @param waiting how many entries are not in it yet
 * @param waitingSince of the oldest of those, or null
 * @param trouble what whoever runs this should look at, in English, or null
 */
public record TrailState(long sealed, long waiting, Instant waitingSince, String trouble) {}
