package org.portolan.competency;

import java.time.LocalDate;

/**
 * That somebody has a competency, as others show it.
 *
 * @param level 0 where it says that they do not have it
 * @param evidence code of the session in which a course gave it, or null
 * @param inForce false when something else was said later
 * @param asked whether their administration has still to confirm it
 */
public record AttainmentSummary(
    String competency,
    AttainmentSource source,
    int level,
    String evidence,
    LocalDate day,
    boolean inForce,
    boolean asked) {}
