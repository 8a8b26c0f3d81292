package org.portolan.calendar;

import java.time.ZoneId;

/**
 * A draft was made of another session. Whoever keeps something of sessions carries it over, with
 * all that is on a day so many days later.
 *
 * @param days negative where it is earlier
 * @param zone on whose clocks times of day stay
 */
public record SessionCopied(long fromId, long toId, long days, ZoneId zone) {}
