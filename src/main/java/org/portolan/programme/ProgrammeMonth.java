package org.portolan.programme;

import java.time.YearMonth;
import java.util.List;
import org.portolan.holiday.HolidayDay;

/**
 * A month of a programme.
 *
 * @param blocks that meet it
 * @param holidays of the Member where the centre is
 */
public record ProgrammeMonth(
    YearMonth month,
    List<ProgrammeSession> sessions,
    List<BlockSummary> blocks,
    List<HolidayDay> holidays) {
  public ProgrammeMonth {
    sessions = List.copyOf(sessions);
    blocks = List.copyOf(blocks);
    holidays = List.copyOf(holidays);
  }
}
