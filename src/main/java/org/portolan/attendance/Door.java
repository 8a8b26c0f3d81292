package org.portolan.attendance;

import java.time.Duration;
import java.time.Instant;
import org.portolan.enrolment.OfferedSession;

/**
 * What the screen at the door of a session shows.
 *
 * @param half for which people come in, or null
 * @param opensAt when they may next, where they may not now; null where they may no more
 * @param code that they scan, or null
 * @param left how long it is the one
 * @param here how many are noted as here
 * @param expected how many are on the roll
 * @param closed whether the attendance is closed or signed
 */
public record Door(
    OfferedSession session,
    HalfDay half,
    Instant opensAt,
    String code,
    Duration left,
    long here,
    long expected,
    boolean closed) {}
