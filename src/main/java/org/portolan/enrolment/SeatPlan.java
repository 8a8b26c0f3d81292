package org.portolan.enrolment;

import java.util.List;
import org.portolan.seat.SeatRules;

/**
 * What a centre sees of the seats of one of its sessions.
 *
 * @param open whether anything may still be changed
 * @param version rises whenever the rules change
 * @param listed who has a seat or waits for one: seats first, then offers, then the waiting list in
 *     its order, then who waits for a decision
 */
public record SeatPlan(
    OfferedSession session,
    boolean open,
    SeatRules rules,
    long version,
    List<ApplicationSummary> listed) {}
