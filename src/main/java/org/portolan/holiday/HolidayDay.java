package org.portolan.holiday;

import java.time.LocalDate;
import org.portolan.platform.i18n.LocalName;

/**
 * A day on which the administration of a Member does not work.
 *
 * @param expected whether the day is an estimate that may still move
 */
public record HolidayDay(String memberCode, LocalDate day, LocalName name, boolean expected) {}
