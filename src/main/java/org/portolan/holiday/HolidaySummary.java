package org.portolan.holiday;

import java.time.LocalDate;
import org.portolan.platform.i18n.LocalName;

/**
 * A holiday as its Member keeps it.
 *
 * @param next its next day, or null where none is known
 * @param version of what is shown; a change is made to that version and no other
 */
public record HolidaySummary(
    long id,
    String memberCode,
    LocalName name,
    FallsOn rule,
    boolean expected,
    LocalDate next,
    int version) {}
