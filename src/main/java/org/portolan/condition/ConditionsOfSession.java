package org.portolan.condition;

import org.portolan.calendar.SessionSummary;
import org.portolan.eligibility.Eligibility;

/**
 * What a centre sees of the conditions of one of its sessions.
 *
 * @param own whether they were given for this session; else they are those of its course
 * @param open whether they may still be changed
 * @param version rises whenever they change
 */
public record ConditionsOfSession(
    SessionSummary session, Eligibility conditions, boolean own, boolean open, int version) {}
