package org.portolan.calendar;

import java.time.LocalDate;
import org.portolan.platform.i18n.LocalName;

/**
 * A holiday that falls into the days of a session; a hint, which hinders nobody.
 *
 * @param host whether it is one of the Member where the session is held
 * @param expected whether the day is an estimate that may still move
 */
public record HolidayWarning(
    LocalName member, boolean host, LocalDate day, LocalName name, boolean expected) {}
